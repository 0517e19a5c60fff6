using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;
using CanaryConsole.Tests.Core.Artifacts;
using CanaryConsole.Tests.Web;

namespace CanaryConsole.Tests.EndToEnd;

/// <summary>The built console with its sandbox, by its API alone: what breaks the contract starts no rollout, and what was registered is checked like any other.</summary>
[Collection(nameof(OneAtATime))]
public sealed class ArtifactTests : IAsyncLifetime, IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("canaryconsole-artifacts").FullName;
    private readonly HttpClient _http = new();
    private readonly int _sandbox = FreePort();
    private ConsoleProgram? _program;

    public async Task InitializeAsync()
    {
        _http.BaseAddress = new Uri($"http://127.0.0.1:{FreePort()}");
        _program = ConsoleProgram.Start(
            $"--urls={_http.BaseAddress.GetLeftPart(UriPartial.Authority)}", $"--Sandbox:Port={_sandbox}", "--Sandbox:TimeScale=30", $"--Storage:Path={Path.Combine(_folder, "console.db")}");
        await _program.ReadyAsync(new Uri(_http.BaseAddress, "healthz"));
    }

    [Fact]
    public async Task BrokenArtifact_StartsNoRolloutByAnyWayIn_AndARegisteredFolderIsChecked()
    {
        var unchecked12 = await GetAsync("api/registry/media-ranker/versions/12/artifact");
        Assert.Equal("unchecked", unchecked12.GetProperty("state").GetString());

        await RefusedAsync("api/rollouts", new { endpoint = "media-ranker", packageGroup = "media-ranker", packageVersion = 12 }, "overrideArtifact");
        await RefusedAsync("api/rollouts", new { endpoint = "media-ranker", modelName = "media-ranker-v12" }, "overrideArtifact");
        await RefusedAsync(
            "api/deployments",
            new { action = "create", config = new { endpoint_name = "media-ranker", canary_variant = new { variant_name = "canary", model_name = "media-ranker-v12" } } },
            "config.canary_variant.model_name");
        Assert.Empty((await GetAsync("api/rollouts?endpoint=media-ranker")).GetProperty("rollouts").EnumerateArray());

        var (failed, passed) = (await GetAsync("api/registry/media-ranker/versions/12/artifact"), await PostAsync("api/registry/media-ranker/versions/8/artifact", new { }));
        Assert.Equal(("failed", "passed"), (failed.GetProperty("state").GetString(), passed.GetProperty("state").GetString()));
        Assert.Equal(9, passed.GetProperty("report").GetProperty("findings").GetArrayLength());

        await UploadAsync();
        var made = await PostAsync("api/registry/fresh/versions", new
        {
            folder = "s3://canaryconsole-sandbox/fresh/",
            image = "fresh:1",
            metadata = new { candidate_run_id = ArchiveBuilder.Run, data_version = ArchiveBuilder.Data },
            tags = new { team = "media" },
        });
        Assert.Equal(("fresh", 1, 7), (made.GetProperty("group").GetString(), made.GetProperty("version").GetInt32(), made.GetProperty("packed").GetInt32()));
        var sound = await PostAsync("api/registry/fresh/versions/1/artifact", new { });
        Assert.True(sound.GetProperty("state").GetString() == "passed", sound.GetRawText());

        var again = await PostAsync("api/registry/fresh/versions", new { folder = "s3://canaryconsole-sandbox/fresh", image = "fresh:2" });
        Assert.Equal((made.GetProperty("artifactUri").GetString(), 2), (again.GetProperty("artifactUri").GetString(), again.GetProperty("version").GetInt32()));
        await RefusedAsync("api/registry/fresh/versions", new { artifactUri = "s3://canaryconsole-sandbox/none.tar.gz", image = "x" }, "artifactUri", "there is no such object");
    }

    public void Dispose() => _http.Dispose();

    public async Task DisposeAsync()
    {
        if (_program is not null)
        {
            await _program.DisposeAsync();
        }

        Directory.Delete(_folder, recursive: true);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private async Task UploadAsync()
    {
        using var s3 = new AmazonS3Client(
            new BasicAWSCredentials("sandbox", "sandbox"), new AmazonS3Config { ServiceURL = $"http://127.0.0.1:{_sandbox}/", AuthenticationRegion = "eu-central-1", ForcePathStyle = true });
        foreach (var (name, content) in ArchiveBuilder.Sound().Files())
        {
            await s3.PutObjectAsync(new PutObjectRequest { BucketName = "canaryconsole-sandbox", Key = $"fresh/{name}", ContentBody = Encoding.UTF8.GetString(content) });
        }
    }

    private Task<JsonElement> GetAsync(string path) => _http.GetFromJsonAsync<JsonElement>(path);

    private async Task<JsonElement> PostAsync(string path, object body)
    {
        using var answer = await _http.PostAsJsonAsync(path, body);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    private async Task RefusedAsync(string path, object body, string field, string says = "requirements.txt is missing at the root")
    {
        using var answer = await _http.PostAsJsonAsync(path, body);
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>();
        Assert.False(answer.IsSuccessStatusCode);
        Assert.Equal(field, problem.GetProperty("field").GetString());
        Assert.Contains(says, problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }
}
