namespace CanaryConsole.Tests.Sandbox.RealClients;

/// <summary>Amazon's own clients, unchanged, through the whole life of an endpoint: created, shifted, measured, updated, rolled back by an alarm, deleted.</summary>
public sealed class StoryTests(FastSandbox sandbox) : IClassFixture<FastSandbox>
{
    private static readonly string Stories = Path.Combine(Checkout.Root, "CanaryConsole.Tests", "Sandbox", "RealClients", "Stories");

    [CommandFact("python3", "-c", "import boto3")]
    public Task Story_WithBoto3_EndsWell() => EndsWellAsync("python3", "story.py");

    [CommandFact("aws")]
    public Task Story_WithTheCommandLine_EndsWell() => EndsWellAsync("bash", "story.sh");

    [JavaScriptFact]
    public Task Story_WithTheJavaScriptSdk_EndsWell() => EndsWellAsync("node", "javascript/story.mjs");

    private async Task EndsWellAsync(string command, string story)
    {
        var (exitCode, output, error) = await ExternalCommand.RunAsync(command, Path.Combine(Stories, story), sandbox.Address.ToString());

        Assert.True(exitCode == 0, $"{output}{Environment.NewLine}{error}");
        Assert.EndsWith("ends well.", output.Trim(), StringComparison.Ordinal);
    }

    /// <summary>The packages come from npm; without them, and outside CI, the story is skipped with the command that brings them.</summary>
    [AttributeUsage(AttributeTargets.Method)]
    private sealed class JavaScriptFactAttribute : FactAttribute
    {
        public JavaScriptFactAttribute()
        {
            if (Environment.GetEnvironmentVariable("CI") != "true" && !Directory.Exists(Path.Combine(Stories, "javascript", "node_modules")))
            {
                Skip = "Amazon's JavaScript SDK is not installed: npm ci --prefix CanaryConsole.Tests/Sandbox/RealClients/Stories/javascript";
            }
        }
    }
}
