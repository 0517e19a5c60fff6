using System.Text.Json;

namespace CanaryConsole.Tests.Sandbox.RealClients;

/// <summary>Amazon's own command line against the sandbox.</summary>
public sealed class AwsCliTests(RunningSandbox sandbox) : IClassFixture<RunningSandbox>
{
    [CommandFact("aws")]
    public async Task DescribeEndpoint_MediaRanker_IsInService()
    {
        var endpoint = await AwsAsync("sagemaker", "describe-endpoint", "--endpoint-name", "media-ranker");

        Assert.Equal("InService", endpoint.GetProperty("EndpointStatus").GetString());
        Assert.Equal("champion", endpoint.GetProperty("ProductionVariants")[0].GetProperty("VariantName").GetString());
    }

    [CommandFact("aws")]
    public async Task UpdateWeights_AndItsWaiter_EndWithTheNewWeights()
    {
        await AwsAsync(
            "sagemaker", "update-endpoint-weights-and-capacities", "--endpoint-name", "search-embeddings",
            "--desired-weights-and-capacities", "VariantName=champion,DesiredWeight=60", "VariantName=challenger,DesiredWeight=40");
        await AwsAsync("sagemaker", "wait", "endpoint-in-service", "--endpoint-name", "search-embeddings");

        var endpoint = await AwsAsync("sagemaker", "describe-endpoint", "--endpoint-name", "search-embeddings");
        Assert.Equal([60, 40], endpoint.GetProperty("ProductionVariants").EnumerateArray().Select(variant => variant.GetProperty("CurrentWeight").GetDouble()));
    }

    [CommandFact("aws")]
    public async Task DescribeEndpoint_Unknown_FailsInAmazonsWords()
    {
        var (exitCode, _, error) = await RunAsync("sagemaker", "describe-endpoint", "--endpoint-name", "nobody");

        Assert.NotEqual(0, exitCode);
        Assert.Contains(
            "An error occurred (ValidationException) when calling the DescribeEndpoint operation: Could not find endpoint \"arn:aws:sagemaker:eu-central-1:123456789012:endpoint/nobody\".",
            error,
            StringComparison.Ordinal);
    }

    [CommandFact("aws")]
    public async Task ListModelPackages_OfMediaRanker_ListsAllNine()
    {
        var packages = await AwsAsync("sagemaker", "list-model-packages", "--model-package-group-name", "media-ranker");

        Assert.Equal(9, packages.GetProperty("ModelPackageSummaryList").GetArrayLength());
    }

    [CommandFact("aws")]
    public async Task GetMetricData_OnTheChampion_HasAnHourOfRequests()
    {
        const string Query = """
            [{"Id":"n","MetricStat":{"Period":60,"Stat":"Sum","Metric":{"Namespace":"AWS/SageMaker","MetricName":"Invocations",
            "Dimensions":[{"Name":"EndpointName","Value":"media-ranker"},{"Name":"VariantName","Value":"champion"}]}}}]
            """;
        var now = TimeProvider.System.GetUtcNow();
        var data = await AwsAsync(
            "cloudwatch", "get-metric-data", "--start-time", now.AddHours(-1).ToString("O"), "--end-time", now.ToString("O"), "--metric-data-queries", Query);

        Assert.InRange(data.GetProperty("MetricDataResults")[0].GetProperty("Values").GetArrayLength(), 59, 61);
    }

    [CommandFact("aws")]
    public async Task InvokeEndpoint_MediaRanker_AnswersFromTheChampion()
    {
        var file = Path.GetTempFileName();
        try
        {
            var answer = await AwsAsync(
                "sagemaker-runtime", "invoke-endpoint", "--endpoint-name", "media-ranker", "--target-variant", "champion",
                "--content-type", "application/json", "--body", "{}", file);

            Assert.Equal("champion", answer.GetProperty("InvokedProductionVariant").GetString());
            Assert.Contains("\"model\":\"media-ranker-v7\"", await File.ReadAllTextAsync(file), StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(file);
        }
    }

    private async Task<JsonElement> AwsAsync(params string[] arguments)
    {
        var (exitCode, output, error) = await RunAsync(arguments);
        Assert.True(exitCode == 0, error);
        return output.Length == 0 ? default : JsonSerializer.Deserialize<JsonElement>(output);
    }

    private Task<(int ExitCode, string Output, string Error)> RunAsync(params string[] arguments) =>
        ExternalCommand.RunAsync("aws", ["--endpoint-url", sandbox.Address.ToString(), "--output", "json", .. arguments]);
}
