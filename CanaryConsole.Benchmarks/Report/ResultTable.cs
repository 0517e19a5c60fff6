using System.Globalization;
using System.Runtime;
using System.Runtime.InteropServices;
using System.Text;
using CanaryConsole.Benchmarks.Cloud;

namespace CanaryConsole.Benchmarks.Report;

/// <summary>The results as a table that can be pasted into a document.</summary>
internal static class ResultTable
{
    public static string Write(IReadOnlyList<Measurement> measurements)
    {
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"""
            Engine, metrics and breach: {BenchmarkSize.Endpoints * 2:N0} active variants on {BenchmarkSize.Endpoints} endpoints, each with a rollout that bakes; 8 metrics a variant; every AWS call takes {FakeAws.AnswerTime.TotalMilliseconds} ms.
            {Environment.ProcessorCount} cores ({RuntimeInformation.ProcessArchitecture}), {RuntimeInformation.FrameworkDescription}, {(GCSettings.IsServerGC ? "server" : "workstation")} garbage collection, {RuntimeInformation.OSDescription}; the fake AWS runs on the same cores.

            """);
        var width = measurements.Max(measurement => measurement.What.Length);
        text.AppendLine(CultureInfo.InvariantCulture, $"| {"what".PadRight(width)} | {"measured",10} | {"bar",10} |        |");
        text.AppendLine(CultureInfo.InvariantCulture, $"|{new string('-', width + 2)}|{new string('-', 11)}:|{new string('-', 11)}:|--------|");
        foreach (var one in measurements)
        {
            var bar = one.Bar is { } most ? Number(most, one.Unit) : one.Least is { } least ? $">= {Number(least, one.Unit)}" : "";
            var verdict = bar.Length == 0 ? "" : one.IsMissed ? "MISSED" : "met";
            text.AppendLine(CultureInfo.InvariantCulture, $"| {one.What.PadRight(width)} | {Number(one.Value, one.Unit),10} | {bar,10} | {verdict,-6} |");
        }

        return text.ToString();
    }

    private static string Number(double value, string unit) => string.Create(CultureInfo.InvariantCulture, $"{value.ToString(unit switch
    {
        "s" => "0.000",
        "ms" => Math.Abs(value) < 10 ? "0.00" : "0.0",
        "%" => "0.0",
        _ => "0",
    }, CultureInfo.InvariantCulture)} {unit}").TrimEnd();
}
