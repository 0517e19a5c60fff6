using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using CanaryConsole.Tests.Sandbox.RealClients;

namespace CanaryConsole.Tests.Web.Gateway;

/// <summary>Amazon's own clients, pointed at the console as if it were SageMaker Runtime.</summary>
public sealed class RealClientTests(RealClientTests.Console console) : IClassFixture<RealClientTests.Console>
{
    private const string Script = """
        import sys
        import boto3
        from botocore.exceptions import ClientError
        from botocore.config import Config

        rt = boto3.client("sagemaker-runtime", endpoint_url=sys.argv[1], config=Config(retries={"total_max_attempts": 1}))
        def refused(code, status, **arguments):
            try:
                rt.invoke_endpoint(**{"Body": b"{}", **arguments})
            except ClientError as error:
                assert error.response["Error"]["Code"] == code and error.response["ResponseMetadata"]["HTTPStatusCode"] == status, error.response
                return error
            raise AssertionError(f"not refused: {code}")

        answer = rt.invoke_endpoint(EndpointName="media-ranker", Body=b'{"a": 1}', ContentType="application/json", Accept="application/json",
            CustomAttributes="trace 1", InferenceId="i-1")
        assert answer["InvokedProductionVariant"] == "champion" and answer["CustomAttributes"] == "trace 1", answer
        assert b"media-ranker-v7" in answer["Body"].read() and answer["ContentType"] == "application/json"
        assert rt.invoke_endpoint(EndpointName="search-embeddings", TargetVariant="champion", Body=b"x" * 6291456)["InvokedProductionVariant"] == "champion"

        refused("ValidationError", 400, EndpointName="media-ranker", TargetVariant="nobody")
        refused("ValidationError", 400, EndpointName="nobody")
        refused("ValidationError", 413, EndpointName="media-ranker", Body=b"x" * 6291457)
        failures = 0
        for _ in range(60):
            try:
                rt.invoke_endpoint(EndpointName="search-embeddings", TargetVariant="challenger", Body=b"{}")
            except ClientError as error:
                failures += 1
                assert error.response["Error"]["Code"] == "ModelError" and error.response["OriginalStatusCode"] == 500, error.response
                assert error.response["OriginalMessage"] and error.response["LogStreamArn"], error.response
        assert failures > 5, failures
        print("done")
        """;

    [CommandFact("python3", "-c", "import boto3")]
    public async Task Boto3_WithOnlyItsEndpointUrlChanged_IsAnsweredAsByAmazon()
    {
        var (exitCode, output, error) = await ExternalCommand.RunAsync("python3", "-c", Script, console.Address.GetLeftPart(UriPartial.Authority));

        Assert.True(exitCode == 0, error);
        Assert.Equal("done", output.Trim());
    }

    [CommandFact("aws")]
    public async Task AwsCli_WithItsEndpointUrl_IsAnswered()
    {
        var file = Path.GetTempFileName();
        try
        {
            var (exitCode, output, error) = await ExternalCommand.RunAsync(
                "aws", "--endpoint-url", console.Address.GetLeftPart(UriPartial.Authority), "--output", "json", "sagemaker-runtime", "invoke-endpoint", "--endpoint-name", "media-ranker",
                "--content-type", "application/json", "--body", "{}", file);

            Assert.True(exitCode == 0, error);
            Assert.Equal("champion", JsonSerializer.Deserialize<JsonElement>(output).GetProperty("InvokedProductionVariant").GetString());
            Assert.Contains("media-ranker-v7", await File.ReadAllTextAsync(file), StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(file);
        }
    }

    /// <summary>The built console in a process of its own.</summary>
    public sealed class Console : IAsyncLifetime
    {
        private readonly string _folder = Directory.CreateTempSubdirectory("canaryconsole-gateway").FullName;
        private readonly int _sandbox = FreePort();
        private ConsoleProgram? _program;

        public Uri Address { get; } = new($"http://localhost:{FreePort()}");

        public async Task InitializeAsync()
        {
            _program = ConsoleProgram.Start(
                $"--urls={Address.GetLeftPart(UriPartial.Authority)}", $"--Sandbox:Port={_sandbox}", $"--Storage:Path={Path.Combine(_folder, "console.db")}",
                "--Sandbox:Faults:0=variant-errors endpoint=search-embeddings variant=challenger share=0.5");
            await _program.ReadyAsync(new Uri(Address, "healthz"));
        }

        public async Task DisposeAsync()
        {
            await _program!.DisposeAsync();
            Directory.Delete(_folder, recursive: true);
        }

        private static int FreePort()
        {
            using var listener = new TcpListener(IPAddress.Loopback, 0);
            listener.Start();
            return ((IPEndPoint)listener.LocalEndpoint).Port;
        }
    }
}
