using System.Net;
using System.Text;
using CanaryConsole.Aws.SageMaker;
using CanaryConsole.Aws.SageMaker.Model;

namespace CanaryConsole.Tests.Sandbox.Invocations;

public sealed class InvokeEndpointOperationTests : IClassFixture<RunningSandbox>, IDisposable
{
    private readonly RuntimeCaller _aws;

    public InvokeEndpointOperationTests(RunningSandbox sandbox) => _aws = new RuntimeCaller(sandbox.Address);

    public void Dispose() => _aws.Dispose();

    [Fact]
    public async Task Invoke_CustomAttributes_ComeBack()
    {
        var response = await _aws.InvokeAsync("media-ranker", "{}"u8.ToArray(), ("X-Amzn-SageMaker-Custom-Attributes", "trace=1, user=2"));

        // One answer in a thousand is the model's error.
        Assert.True(response.StatusCode == HttpStatusCode.FailedDependency || response.Headers.GetValues("X-Amzn-SageMaker-Custom-Attributes").Single() == "trace=1, user=2");
    }

    [Fact]
    public async Task Invoke_LargestBody_IsServed()
    {
        var response = await _aws.InvokeAsync("media-ranker", new byte[6_291_456], ("Content-Type", "application/octet-stream"));

        Assert.True(response.StatusCode is HttpStatusCode.OK or HttpStatusCode.FailedDependency);
    }

    [Theory]
    [InlineData("X-Amzn-SageMaker-Target-Variant", "a b", "Value 'a b' at 'targetVariant' failed to satisfy constraint: Member must satisfy regular expression pattern: ^[a-zA-Z0-9](-*[a-zA-Z0-9])*")]
    [InlineData("X-Amzn-SageMaker-Target-Variant", "1234567890123456789012345678901234567890123456789012345678901234", "Value '1234567890123456789012345678901234567890123456789012345678901234' at 'targetVariant' failed to satisfy constraint: Member must have length less than or equal to 63")]
    [InlineData("X-Amzn-SageMaker-Inference-Id", "", "Value '' at 'inferenceId' failed to satisfy constraint: Member must have length greater than or equal to 1")]
    [InlineData("X-Amzn-SageMaker-Session-Id", "a_b", "Value 'a_b' at 'sessionId' failed to satisfy constraint: Member must satisfy regular expression pattern: ^(NEW_SESSION)$|^[a-zA-Z0-9](-*[a-zA-Z0-9])*$")]
    [InlineData("X-Amzn-SageMaker-Inference-Component", "-a", "Value '-a' at 'inferenceComponentName' failed to satisfy constraint: Member must satisfy regular expression pattern: ^[a-zA-Z0-9]([\\-a-zA-Z0-9]*[a-zA-Z0-9])?$")]
    public async Task Invoke_HeaderOutsideItsBounds_IsAValidationError(string header, string value, string message) =>
        await AssertRefusedAsync("1 validation error detected: " + message, (header, value));

    [Fact]
    public async Task Invoke_CustomAttributesTooLong_AreNotRepeated() => await AssertRefusedAsync(
        "1 validation error detected: Value at 'customAttributes' failed to satisfy constraint: Member must have length less than or equal to 1024",
        ("X-Amzn-SageMaker-Custom-Attributes", new string('x', 1025)));

    [Theory]
    [InlineData("X-Amzn-SageMaker-Target-Model", "m.tar.gz", "Endpoint media-ranker hosts one model: the header TargetModel is not supported for it.")]
    [InlineData("X-Amzn-SageMaker-Target-Container-Hostname", "c", "Endpoint media-ranker is not configured for direct invocation: the header TargetContainerHostname is not supported for it.")]
    [InlineData("X-Amzn-SageMaker-Inference-Component", "c", "Inference Component Name header is not allowed for endpoints to which you dont plan to deploy inference components. Please remove the Inference Component Name header and try again.")]
    [InlineData("X-Amzn-SageMaker-Target-Variant", "nobody", "Variant nobody not found for Endpoint media-ranker.")]
    public async Task Invoke_TargetThatTheEndpointLacks_IsAValidationError(string header, string value, string message) => await AssertRefusedAsync(message, (header, value));

    [Fact]
    public async Task Invoke_NoInstance_IsUnavailable()
    {
        await CreateEndpointAsync("empty");
        await _aws.CallAsync<UpdateEndpointWeightsAndCapacitiesResponse>("SageMaker.UpdateEndpointWeightsAndCapacities", new UpdateEndpointWeightsAndCapacitiesRequest
        {
            EndpointName = "empty",
            DesiredWeightsAndCapacities = [new DesiredWeightAndCapacity { VariantName = "only", DesiredInstanceCount = 0 }],
        });
        await SettledAsync("empty");

        var response = await _aws.InvokeAsync("empty", []);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.Equal("ServiceUnavailable", (await RuntimeCaller.ErrorAsync(response)).Code);
    }

    [Fact]
    public async Task Invoke_SameInputOnTheSameModel_ScoresTheSame()
    {
        var answers = new HashSet<string>();
        for (var i = 0; i < 3; i++)
        {
            var response = await _aws.InvokeAsync("media-ranker", "{\"user\": 1}"u8.ToArray());
            if (response.IsSuccessStatusCode)
            {
                answers.Add(Encoding.UTF8.GetString(await response.Content.ReadAsByteArrayAsync()));
            }
        }

        Assert.Contains("\"model\":\"media-ranker-v7\"", Assert.Single(answers), StringComparison.Ordinal);
    }

    private async Task AssertRefusedAsync(string message, (string Name, string Value) header)
    {
        var response = await _aws.InvokeAsync("media-ranker", "{}"u8.ToArray(), header);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        var (code, members) = await RuntimeCaller.ErrorAsync(response);
        Assert.Equal(("ValidationError", message), (code, members.GetProperty("Message").GetString()));
    }

    private async Task CreateEndpointAsync(string name)
    {
        await _aws.CallAsync<CreateEndpointConfigResponse>("SageMaker.CreateEndpointConfig", new CreateEndpointConfigRequest
        {
            EndpointConfigName = name,
            ProductionVariants = [new ProductionVariant { VariantName = "only", ModelName = "media-ranker-v7", InitialInstanceCount = 1, InstanceType = "ml.m5.large", InitialVariantWeight = 1 }],
        });
        await _aws.CallAsync<CreateEndpointResponse>("SageMaker.CreateEndpoint", new CreateEndpointRequest { EndpointName = name, EndpointConfigName = name });
        await SettledAsync(name);
    }

    private async Task SettledAsync(string name)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while ((await _aws.CallAsync<DescribeEndpointResponse>("SageMaker.DescribeEndpoint", new DescribeEndpointRequest { EndpointName = name })).EndpointStatus != EndpointStatus.InService)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System, limit.Token);
        }
    }
}
