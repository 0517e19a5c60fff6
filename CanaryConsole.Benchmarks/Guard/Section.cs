using System.Globalization;
using System.Text;
using CanaryConsole.Benchmarks.Report;
using MathNet.Numerics.Distributions;

namespace CanaryConsole.Benchmarks.Guard;

/// <summary>One table: rules against kinds of traffic at several rates, each figure with what is expected beside it.</summary>
/// <param name="Rates">Requests a second of the challenger, or of both arms.</param>
/// <param name="Traffic">By column and rate.</param>
internal sealed record Section(string Title, IReadOnlyList<string> Columns, int[] Rates, Func<int, int, Traffic> Traffic)
{
    private const double BudgetPercent = 1;
    private const double MostDeviation = 25;

    /// <summary>Null: the figures are percent of streams rolled back. Otherwise median seconds from this second on.</summary>
    public int? ChangeAt { get; init; }

    public (string Table, IReadOnlyList<Measurement> Bars) Run(IReadOnlyList<Row> rows, int streams, int seed, CancellationToken cancellationToken)
    {
        var measured = rows.Select(row => row.Expected.Select(_ => (Value: double.NaN, Streams: 0)).ToArray()).ToArray();
        var lookSeconds = 0;
        for (var column = 0; column < Columns.Count; column++)
        {
            for (var rate = 0; rate < Rates.Length; rate++)
            {
                var cell = (column * Rates.Length) + rate;
                var traffic = Traffic(column, Rates[rate]);
                lookSeconds = traffic.LookSeconds;

                // The slow rules apart, on the first of the same streams.
                foreach (var group in rows.Index().Where(row => !double.IsNaN(row.Item.Expected[cell])).GroupBy(row => Math.Min(row.Item.MostStreams, streams)))
                {
                    var fired = Simulation.Run(traffic, [.. group.Select(row => row.Item.Rule)], group.Key, seed + cell, cancellationToken);
                    foreach (var (row, looks) in group.Zip(fired))
                    {
                        measured[row.Index][cell] = (ChangeAt is { } at ? Simulation.MedianSeconds(looks, lookSeconds, at) ?? double.PositiveInfinity : Simulation.Percent(looks), group.Key);
                    }
                }
            }
        }

        return (Write(rows, measured, lookSeconds), [.. rows.Index().Where(row => row.Item.Barred.Length > 0).Select(row => Bar(row.Item, measured[row.Index], lookSeconds))]);
    }

    /// <summary>What a true rate of the budget exceeds with a chance below one in a hundred.</summary>
    public static double MostPercent(int streams)
    {
        var most = 0;
        while (Binomial.CDF(BudgetPercent / 100, streams, most) < 0.99)
        {
            most++;
        }

        return 100.0 * most / streams;
    }

    private Measurement Bar(Row row, (double Value, int Streams)[] measured, int lookSeconds)
    {
        var cells = row.Barred.SelectMany(column => Enumerable.Range(column * Rates.Length, Rates.Length)).Where(cell => !double.IsNaN(row.Expected[cell])).ToList();
        return ChangeAt is null
            ? new($"{Title}: {row.Rule.Name}, worst of {cells.Count}", cells.Max(cell => measured[cell].Value), "%", MostPercent(measured[cells[0]].Streams))
            : new($"{Title}: {row.Rule.Name}, furthest from the expected", cells.Max(cell => Deviation(measured[cell].Value, row.Expected[cell], lookSeconds)), "%", MostDeviation);
    }

    // A median lies on a look, or between two: half a look cannot be told apart.
    private static double Deviation(double measured, double expected, int lookSeconds) =>
        measured.Equals(expected) ? 0 : 100 * Math.Max(0, Math.Abs(measured - expected) - (lookSeconds / 2.0)) / expected;

    private string Write(IReadOnlyList<Row> rows, (double Value, int Streams)[][] measured, int lookSeconds)
    {
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"### {Title}");
        text.AppendLine(CultureInfo.InvariantCulture, $"{(ChangeAt is null ? "percent" : "median seconds")} at {string.Join(" / ", Rates)} requests a second, looks of {lookSeconds} s; in brackets what is expected; ! where they differ by more than chance{(ChangeAt is null ? "" : " or a quarter")}");
        text.AppendLine();
        string[] header = ["rule", .. Columns];
        List<string[]> lines = [.. rows.Select((row, i) => (string[])[row.Rule.Name, .. Columns.Select((_, column) => Cell(row, measured[i], column, lookSeconds))])];
        var widths = header.Select((name, i) => Math.Max(name.Length, lines.Max(line => line[i].Length))).ToArray();
        text.AppendLine(Line(header, widths));
        text.AppendLine(CultureInfo.InvariantCulture, $"|{string.Join("|", widths.Select(width => new string('-', width + 2)))}|");
        foreach (var line in lines)
        {
            text.AppendLine(Line(line, widths));
        }

        return text.ToString();
    }

    private static string Line(string[] cells, int[] widths) => $"| {string.Join(" | ", cells.Zip(widths, (cell, width) => cell.PadRight(width)))} |";

    private string Cell(Row row, (double Value, int Streams)[] measured, int column, int lookSeconds)
    {
        var cells = Enumerable.Range(column * Rates.Length, Rates.Length).ToList();
        if (cells.All(cell => double.IsNaN(row.Expected[cell])))
        {
            return "n/a";
        }

        var differs = cells.Any(cell => Differs(measured[cell], row.Expected[cell], row.ExpectedStreams, lookSeconds));
        return $"{Join(cells.Select(cell => measured[cell].Value))} ({Join(cells.Select(cell => row.Expected[cell]))}){(differs ? " !" : "")}";
    }

    private bool Differs((double Value, int Streams) measured, double expected, int expectedStreams, int lookSeconds)
    {
        if (double.IsNaN(expected) || measured.Value.Equals(expected))
        {
            return false;
        }

        if (ChangeAt is not null)
        {
            return Deviation(measured.Value, expected, lookSeconds) > MostDeviation;
        }

        var part = Math.Clamp(((measured.Value * measured.Streams) + (expected * expectedStreams)) / (100.0 * (measured.Streams + expectedStreams)), 0.001, 0.999);
        return Math.Abs(measured.Value - expected) > 0.5 + (258 * Math.Sqrt(part * (1 - part) * ((1.0 / measured.Streams) + (1.0 / expectedStreams))));
    }

    private static string Join(IEnumerable<double> values) => string.Join(
        " / ", values.Select(value => double.IsNaN(value) ? "-" : double.IsPositiveInfinity(value) ? "never" : value.ToString("0.#", CultureInfo.InvariantCulture)));
}
