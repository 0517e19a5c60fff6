using System.Diagnostics;
using System.Globalization;

namespace CanaryConsole.Tests.Web;

/// <summary>The console in a process of its own, for a bounded time.</summary>
internal sealed class ConsoleProgram : IAsyncDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    private readonly Process _process;
    private readonly Task<string> _output;
    private readonly Task<string> _errors;

    private ConsoleProgram(IEnumerable<string> args, Dictionary<string, string> environment)
    {
        var start = new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "CanaryConsole.exe" : "CanaryConsole"), args)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        _process = Process.Start(start)!;
        _output = _process.StandardOutput.ReadToEndAsync();
        _errors = _process.StandardError.ReadToEndAsync();
    }

    public static ConsoleProgram Start(params string[] args) => new(args, []);

    public static Task<(int Code, string Errors, string Output)> RunAsync(params string[] args) => RunAsync(args, []);

    public static async Task<(int Code, string Errors, string Output)> RunAsync(string[] args, Dictionary<string, string> environment)
    {
        await using var program = new ConsoleProgram(args, environment);
        return await program.EndAsync(Limit);
    }

    public async Task ReadyAsync(Uri health)
    {
        using var client = new HttpClient();
        using var limit = new CancellationTokenSource(Limit);
        using var look = new PeriodicTimer(TimeSpan.FromMilliseconds(100), TimeProvider.System);
        while (!await IsReadyAsync(client, health))
        {
            if (_process.HasExited)
            {
                throw new InvalidOperationException($"The console ended before it was ready: {await _errors} {await _output}");
            }

            await look.WaitForNextTickAsync(limit.Token);
        }
    }

    /// <summary>Asked to stop as a service manager asks, and what came of it within the time a person waits. Not by Ctrl+C, which is ignored by whatever a shell started in the background.</summary>
    public async Task<(int Code, string Errors, string Output)> StopAsync()
    {
        using var kill = Process.Start("kill", ["-TERM", _process.Id.ToString(CultureInfo.InvariantCulture)]);
        return await EndAsync(TimeSpan.FromSeconds(15));
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync();
        }

        _process.Dispose();
    }

    private static async Task<bool> IsReadyAsync(HttpClient client, Uri health)
    {
        try
        {
            using var answer = await client.GetAsync(health);
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private async Task<(int Code, string Errors, string Output)> EndAsync(TimeSpan within)
    {
        using var limit = new CancellationTokenSource(within);
        await _process.WaitForExitAsync(limit.Token);
        return (_process.ExitCode, await _errors, await _output);
    }
}
