using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace CanaryConsole.Tests.Core.Statistics.Reference;

/// <summary>Runs reference.py once for the whole grid, when the first test asks: a process of scipy takes a second to start.</summary>
public sealed class ReferenceScript
{
    public const string Python = "/usr/bin/python3";

    // Some 4 seconds of its own; the rest is for machines that are busy with other tests.
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);
    private static readonly string Script = Path.Combine(Checkout.Root, "CanaryConsole.Tests", "Core", "Statistics", "Reference", "reference.py");

    // Infinity and NaN go as strings, which Python's float() reads.
    private static readonly JsonSerializerOptions Json = new() { NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals };

    private readonly Lazy<Task<double[][]>> _theirs = new(RunAsync);

    internal async Task<IEnumerable<(ReferenceCase Case, double[] Theirs)>> OfAsync(string function) =>
        ReferenceGrid.Cases.Zip(await _theirs.Value).Where(pair => pair.First.Function == function);

    private static async Task<double[][]> RunAsync()
    {
        using var limit = new CancellationTokenSource(Limit, TimeProvider.System);
        using var process = Process.Start(new ProcessStartInfo(Python, [Script])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(limit.Token);
            var error = process.StandardError.ReadToEndAsync(limit.Token);
            var grid = ReferenceGrid.Cases.Select(one => new object[] { one.Function, one.Arguments });
            await process.StandardInput.WriteAsync(JsonSerializer.Serialize(grid, Json).AsMemory(), limit.Token);
            process.StandardInput.Close();
            await process.WaitForExitAsync(limit.Token);
            Assert.True(process.ExitCode == 0, await error);
            return JsonSerializer.Deserialize<double[][]>(await output, Json)!;
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }
    }
}
