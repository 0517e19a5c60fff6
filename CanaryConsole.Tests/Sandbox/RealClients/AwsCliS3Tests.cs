namespace CanaryConsole.Tests.Sandbox.RealClients;

/// <summary>Amazon's own command line moves files in and out of the sandbox.</summary>
public sealed class AwsCliS3Tests(RunningSandbox sandbox) : IClassFixture<RunningSandbox>, IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("canaryconsole-s3");

    public void Dispose() => _folder.Delete(recursive: true);

    [CommandFact("aws")]
    public async Task CopyAndSyncAndRemove_FilesLargeAndSmall_ComeBackAsTheyWere()
    {
        var large = new byte[(9 * 1024 * 1024) + 1];
        new Random(7).NextBytes(large);
        Directory.CreateDirectory(PathOf("up/sub"));
        await File.WriteAllBytesAsync(PathOf("up/large"), large);
        await File.WriteAllTextAsync(PathOf("up/sub/small one.txt"), "hello");

        await AwsAsync("mb", "s3://cli");
        await AwsAsync("sync", PathOf("up"), "s3://cli/tree");
        Assert.Contains("9437185 tree/large", await AwsAsync("ls", "--recursive", "s3://cli"), StringComparison.Ordinal);
        Assert.Contains("PRE tree/", await AwsAsync("ls", "s3://cli"), StringComparison.Ordinal);
        Assert.Equal("", await AwsAsync("sync", PathOf("up"), "s3://cli/tree"));
        await AwsAsync("cp", "s3://cli/tree/large", "s3://cli/copy");
        await AwsAsync("cp", "--recursive", "s3://cli/tree", PathOf("down"));
        await AwsAsync("cp", "s3://cli/copy", PathOf("copy"));
        await AwsAsync("rm", "--recursive", "s3://cli");
        await AwsAsync("rb", "s3://cli");

        Assert.Equal(large, await File.ReadAllBytesAsync(PathOf("down/large")));
        Assert.Equal(large, await File.ReadAllBytesAsync(PathOf("copy")));
        Assert.Equal("hello", await File.ReadAllTextAsync(PathOf("down/sub/small one.txt")));
    }

    [CommandFact("aws")]
    public async Task Copy_TheArtifactOfAPackage_IsAModelThatUnpacks()
    {
        await AwsAsync("cp", "s3://models-123456789012/media-ranker/v12/model.tar.gz", PathOf("model.tar.gz"));

        var (exitCode, output, error) = await ExternalCommand.RunAsync("tar", "-tzf", PathOf("model.tar.gz"));
        Assert.True(exitCode == 0, error);
        Assert.Equal(["inference.py", "model/model.pt", "artifacts/feature_schema.json", "artifacts/splits.json", "artifacts/metrics.json", "artifacts/model-info.json"], output.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    private string PathOf(string name) => Path.Combine(_folder.FullName, name);

    private async Task<string> AwsAsync(params string[] arguments)
    {
        var (exitCode, output, error) = await ExternalCommand.RunAsync(
            "aws", ["--endpoint-url", sandbox.Address.ToString(), "s3", .. arguments, .. arguments[0] is "cp" or "sync" ? ["--no-progress"] : Array.Empty<string>()]);
        Assert.True(exitCode == 0, error);
        return output;
    }
}
