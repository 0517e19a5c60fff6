using System.Net;
using System.Net.Sockets;

namespace CanaryConsole.Tests.Web;

/// <summary>The built program, started as a person starts it.</summary>
public sealed class StartupProcessTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("canaryconsole-start").FullName;

    [Fact]
    public async Task Start_SettingUnknown_IsOneSentenceAndCodeTwo()
    {
        var ended = await ConsoleProgram.RunAsync("--Sandbox:TimeScal=30");

        Assert.Equal((2, "Sandbox:TimeScal is not a setting of the console: did you mean Sandbox:TimeScale? --help lists them all.\n", ""), ended);
    }

    [Fact]
    public async Task Start_SettingUnknownInTheEnvironment_IsOneSentenceAndCodeTwo()
    {
        var ended = await ConsoleProgram.RunAsync(["--urls=http://127.0.0.1:6152"], new() { ["Sandbox__Prot"] = "1" });

        Assert.Equal((2, "Sandbox:Prot is not a setting of the console: did you mean Sandbox:Port? --help lists them all.\n", ""), ended);
    }

    [Fact]
    public async Task Start_AddressOfTheNetwork_IsRefusedWithTheReason()
    {
        var ended = await ConsoleProgram.RunAsync("--urls=http://0.0.0.0:6152");

        Assert.Equal(2, ended.Code);
        Assert.StartsWith("urls is \"http://0.0.0.0:6152\": it must be a loopback address; every other is refused until sign-in exists, because", ended.Errors, StringComparison.Ordinal);
        Assert.Equal("", ended.Output);
    }

    [Fact]
    public async Task Start_ConsolesPortInUse_NamesItAndTheSetting()
    {
        using var holder = Hold(out var port);

        var ended = await ConsoleProgram.RunAsync($"--urls=http://127.0.0.1:{port}", "--Sandbox:Port=6153", $"--Storage:Path={Database}");

        Assert.Equal((2, $"Port {port} of 127.0.0.1 is in use, perhaps by another console: stop what uses it, or choose another with --urls=http://localhost:PORT.\n", ""), ended);
        Assert.False(File.Exists(Database));
    }

    [Fact]
    public async Task Start_SandboxsPortInUse_NamesItAndTheSetting()
    {
        using var holder = Hold(out var port);

        var ended = await ConsoleProgram.RunAsync("--urls=http://127.0.0.1:0", $"--Sandbox:Port={port}", $"--Storage:Path={Database}");

        Assert.Equal(2, ended.Code);
        Assert.Matches($"^Port {port} .*Sandbox:Port.*\n$", ended.Errors);
        Assert.Equal("", ended.Output);
    }

    [Fact]
    public async Task Start_StorageIsNoDatabase_IsOneSentenceThatNamesIt()
    {
        await File.WriteAllTextAsync(Database, new string('x', 8192));

        var ended = await ConsoleProgram.RunAsync("--urls=http://127.0.0.1:0", "--Sandbox:Port=6153", $"--Storage:Path={Database}");

        Assert.Equal(2, ended.Code);
        Assert.Contains(Database, ended.Errors, StringComparison.Ordinal);
        Assert.Single(ended.Errors.TrimEnd('\n').Split('\n'));
        Assert.DoesNotContain("   at ", ended.Output + ended.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Verify_NoDatabaseThere_IsOneSentence()
    {
        var ended = await ConsoleProgram.RunAsync("verify", $"--Storage:Path={Database}");

        Assert.Equal(2, ended.Code);
        Assert.Contains(Database, ended.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", ended.Output + ended.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task HealthCheck_NobodyListens_SaysSoAndFails()
    {
        var ended = await ConsoleProgram.RunAsync("healthcheck", "--urls=http://127.0.0.1:6154");

        Assert.Equal(1, ended.Code);
        Assert.StartsWith("No console answered at http://127.0.0.1:6154", ended.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Help_Asked_PrintsTheSettings()
    {
        var ended = await ConsoleProgram.RunAsync("--help");

        Assert.Equal(0, ended.Code);
        Assert.Contains("--Sandbox:TimeScale", ended.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_EverythingRight_ServesSaysWhereAndStopsQuickly()
    {
        var (port, sandboxPort) = FreePorts();
        var address = $"http://127.0.0.1:{port}";
        await using var console = ConsoleProgram.Start($"--urls={address}", $"--Sandbox:Port={sandboxPort}", $"--Storage:Path={Database}");
        await console.ReadyAsync(new Uri($"{address}/healthz"));
        using var client = new HttpClient();
        var script = await client.GetAsync(new Uri($"{address}/_framework/blazor.web.js"));
        var health = await ConsoleProgram.RunAsync("healthcheck", $"--urls={address}");

        var ended = await console.StopAsync();

        Assert.Equal(HttpStatusCode.OK, script.StatusCode);
        Assert.Equal((0, "", "ready\n"), health);
        Assert.Equal(0, ended.Code);
        Assert.Equal("", ended.Errors);
        Assert.Contains($"CanaryConsole is at {address}", ended.Output, StringComparison.Ordinal);
        var verified = await ConsoleProgram.RunAsync("verify", $"--Storage:Path={Database}");
        Assert.Equal(0, verified.Code);
        Assert.EndsWith("every chain is whole.\n", verified.Output, StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string Database => Path.Combine(_folder, "console.db");

    private static (int Console, int Sandbox) FreePorts()
    {
        using var one = Hold(out var first);
        using var other = Hold(out var second);
        return (first, second);
    }

    private static TcpListener Hold(out int port)
    {
        var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        port = ((IPEndPoint)listener.LocalEndpoint).Port;
        return listener;
    }
}
