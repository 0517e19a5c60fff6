using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace CanaryConsole.Tests.EndToEnd;

/// <summary>The sandbox in a process of its own, which outlives the consoles that use it; its clock is shared by its origin and scale.</summary>
internal sealed partial class SandboxProgram : IAsyncDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    private readonly Process _process;

    private SandboxProgram(Process process, int port) => (_process, Port) = (process, port);

    public int Port { get; }

    public static async Task<SandboxProgram> StartAsync(double timeScale, DateTimeOffset origin)
    {
        var start = new ProcessStartInfo(
            Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "CanaryConsole.Sandbox.exe" : "CanaryConsole.Sandbox"),
            ["--port", "0", "--time-scale", timeScale.ToString(CultureInfo.InvariantCulture), "--time-origin", origin.ToString("O", CultureInfo.InvariantCulture)])
        {
            RedirectStandardOutput = true,
        };
        var process = Process.Start(start)!;
        using var limit = new CancellationTokenSource(Limit, TimeProvider.System);
        var line = await process.StandardOutput.ReadLineAsync(limit.Token);
        return Address().Match(line ?? "") is { Success: true } address
            ? new SandboxProgram(process, int.Parse(address.Groups[1].Value, CultureInfo.InvariantCulture))
            : throw new InvalidOperationException($"The sandbox did not say where it listens, but: {line}");
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    [GeneratedRegex(@"http://127\.0\.0\.1:(\d+)")]
    private static partial Regex Address();
}
