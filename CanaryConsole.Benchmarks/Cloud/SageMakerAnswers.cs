using System.Globalization;
using System.Text.Json;

namespace CanaryConsole.Benchmarks.Cloud;

/// <summary>SageMaker's answers for the operations that a look needs.</summary>
internal static class SageMakerAnswers
{
    private const int PageSize = 100;
    private const string ConfigSuffix = "-config";

    public static void List(FakeAccount account, JsonElement request, Utf8JsonWriter json)
    {
        var from = request.TryGetProperty("NextToken", out var token) ? int.Parse(token.GetString()!, CultureInfo.InvariantCulture) : 0;
        json.WriteStartObject();
        json.WriteStartArray("Endpoints");
        foreach (var endpoint in account.Endpoints.Skip(from).Take(PageSize))
        {
            json.WriteStartObject();
            json.WriteString("EndpointName", endpoint.Name);
            json.WriteString("EndpointArn", Arn(endpoint.Name));
            json.WriteString("EndpointStatus", "InService");
            json.WriteNumber("LastModifiedTime", Epoch(endpoint.Weights.Modified));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        if (from + PageSize < account.Endpoints.Count)
        {
            json.WriteString("NextToken", (from + PageSize).ToString(CultureInfo.InvariantCulture));
        }

        json.WriteEndObject();
    }

    public static void Describe(FakeAccount account, JsonElement request, Utf8JsonWriter json)
    {
        var endpoint = account.Find(request.GetProperty("EndpointName").GetString()!);
        var (champion, challenger, modified) = endpoint.Weights;
        json.WriteStartObject();
        json.WriteString("EndpointName", endpoint.Name);
        json.WriteString("EndpointArn", Arn(endpoint.Name));
        json.WriteString("EndpointConfigName", endpoint.Name + ConfigSuffix);
        json.WriteString("EndpointStatus", "InService");
        json.WriteNumber("LastModifiedTime", Epoch(modified));
        json.WriteStartArray("ProductionVariants");
        Variant(json, FakeEndpoint.Champion, champion);
        Variant(json, FakeEndpoint.Challenger, challenger);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    public static void DescribeConfig(JsonElement request, Utf8JsonWriter json)
    {
        var name = request.GetProperty("EndpointConfigName").GetString()!;
        json.WriteStartObject();
        json.WriteString("EndpointConfigName", name);
        json.WriteStartArray("ProductionVariants");
        foreach (var variant in (ReadOnlySpan<string>)[FakeEndpoint.Champion, FakeEndpoint.Challenger])
        {
            json.WriteStartObject();
            json.WriteString("VariantName", variant);
            json.WriteString("ModelName", ModelOf(name[..^ConfigSuffix.Length], variant));
            json.WriteString("InstanceType", "ml.m5.xlarge");
            json.WriteNumber("InitialInstanceCount", 2);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartObject("MetricsConfig");
        json.WriteBoolean("EnableEnhancedMetrics", true);
        json.WriteNumber("MetricPublishFrequencyInSeconds", 10);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    public static void SetWeights(FakeAccount account, JsonElement request, Utf8JsonWriter json, long arrived)
    {
        var weights = request.GetProperty("DesiredWeightsAndCapacities").EnumerateArray()
            .ToDictionary(variant => variant.GetProperty("VariantName").GetString()!, variant => variant.GetProperty("DesiredWeight").GetDouble());
        var endpoint = account.Find(request.GetProperty("EndpointName").GetString()!);
        endpoint.SetWeights(weights[FakeEndpoint.Champion], weights[FakeEndpoint.Challenger], account.Clock.GetUtcNow(), arrived);
        json.WriteStartObject();
        json.WriteString("EndpointArn", Arn(endpoint.Name));
        json.WriteEndObject();
    }

    public static string ModelOf(string endpoint, string variant) => $"{endpoint}-{variant}";

    private static void Variant(Utf8JsonWriter json, string name, double weight)
    {
        json.WriteStartObject();
        json.WriteString("VariantName", name);
        json.WriteNumber("CurrentWeight", weight);
        json.WriteNumber("DesiredWeight", weight);
        json.WriteNumber("CurrentInstanceCount", 2);
        json.WriteNumber("DesiredInstanceCount", 2);
        json.WriteEndObject();
    }

    private static string Arn(string endpoint) => $"arn:aws:sagemaker:eu-central-1:000000000000:endpoint/{endpoint}";

    private static double Epoch(DateTimeOffset time) => time.ToUnixTimeMilliseconds() / 1000.0;
}
