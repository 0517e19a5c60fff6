using System.Diagnostics;
using System.Globalization;

namespace CanaryConsole.Tests.EndToEnd.Containers;

/// <summary>A model's container: a small HTTP server in a process of its own, which can be stopped as a machine is that loses its power.</summary>
internal sealed class ModelServer : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    private readonly Process _process;

    private ModelServer(Process process, Uri address) => (_process, Address) = (process, address);

    public Uri Address { get; }

    public static async Task<ModelServer> StartAsync(string name)
    {
        var script = Path.Combine(Checkout.Root, "CanaryConsole.Tests", "EndToEnd", "Containers", "model_server.py");
        var process = Process.Start(new ProcessStartInfo("python3", [script, name]) { RedirectStandardOutput = true })!;
        using var limit = new CancellationTokenSource(Limit, TimeProvider.System);
        var port = await process.StandardOutput.ReadLineAsync(limit.Token);
        return new ModelServer(process, new Uri($"http://127.0.0.1:{int.Parse(port!, CultureInfo.InvariantCulture)}"));
    }

    public void Stop() => _process.Kill(entireProcessTree: true);

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            Stop();
        }

        _process.Dispose();
    }
}
