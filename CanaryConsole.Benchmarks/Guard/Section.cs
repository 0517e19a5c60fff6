using System.Globalization;
using System.Text;
using CanaryConsole.Benchmarks.Report;
using MathNet.Numerics.Distributions;

namespace CanaryConsole.Benchmarks.Guard;

/// <summary>One table: rules against kinds of traffic at several rates, each figure with the document's beside it.</summary>
/// <param name="Rates">Requests a second of the challenger, or of both arms.</param>
/// <param name="Traffic">By column and rate.</param>
internal sealed record Section(string Title, IReadOnlyList<string> Columns, int[] Rates, Func<int, int, Traffic> Traffic)
{
    private const double BudgetPercent = 1;
    private const double MostDeviation = 25;

    // The document's own streams: its figures are no more exact than that.
    private const int DocumentStreams = 1_000;

    /// <summary>Null: the figures are percent of streams rolled back. Otherwise median seconds from this second on.</summary>
    public int? ChangeAt { get; init; }

    public (string Table, IReadOnlyList<Measurement> Bars) Run(IReadOnlyList<Row> rows, int streams, int seed, CancellationToken cancellationToken)
    {
        var measured = rows.Select(row => row.Document.Select(_ => (Value: double.NaN, Streams: 0)).ToArray()).ToArray();
        var lookSeconds = 0;
        for (var column = 0; column < Columns.Count; column++)
        {
            for (var rate = 0; rate < Rates.Length; rate++)
            {
                var cell = (column * Rates.Length) + rate;
                var traffic = Traffic(column, Rates[rate]);
                lookSeconds = traffic.LookSeconds;

                // The slow rules apart, on the first of the same streams.
                foreach (var group in rows.Index().Where(row => !double.IsNaN(row.Item.Document[cell])).GroupBy(row => Math.Min(row.Item.MostStreams, streams)))
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
        var cells = row.Barred.SelectMany(column => Enumerable.Range(column * Rates.Length, Rates.Length)).Where(cell => !double.IsNaN(row.Document[cell])).ToList();
        return ChangeAt is null
            ? new($"{Title}: {row.Rule.Name}, worst of {cells.Count}", cells.Max(cell => measured[cell].Value), "%", MostPercent(measured[cells[0]].Streams))
            : new($"{Title}: {row.Rule.Name}, furthest from the document", cells.Max(cell => Deviation(measured[cell].Value, row.Document[cell], lookSeconds)), "%", MostDeviation);
    }

    // A median lies on a look, or between two: half a look cannot be told apart.
    private static double Deviation(double measured, double document, int lookSeconds) =>
        measured.Equals(document) ? 0 : 100 * Math.Max(0, Math.Abs(measured - document) - (lookSeconds / 2.0)) / document;

    private string Write(IReadOnlyList<Row> rows, (double Value, int Streams)[][] measured, int lookSeconds)
    {
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"### {Title}");
        text.AppendLine(CultureInfo.InvariantCulture, $"{(ChangeAt is null ? "percent" : "median seconds")} at {string.Join(" / ", Rates)} requests a second, looks of {lookSeconds} s; in brackets the document's; ! where they differ by more than chance{(ChangeAt is null ? "" : " or a quarter")}");
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
        if (cells.All(cell => double.IsNaN(row.Document[cell])))
        {
            return "n/a";
        }

        var differs = cells.Any(cell => Differs(measured[cell], row.Document[cell], lookSeconds));
        return $"{Join(cells.Select(cell => measured[cell].Value))} ({Join(cells.Select(cell => row.Document[cell]))}){(differs ? " !" : "")}";
    }

    private bool Differs((double Value, int Streams) measured, double document, int lookSeconds)
    {
        if (double.IsNaN(document) || measured.Value.Equals(document))
        {
            return false;
        }

        if (ChangeAt is not null)
        {
            return Deviation(measured.Value, document, lookSeconds) > MostDeviation;
        }

        var part = Math.Clamp(((measured.Value * measured.Streams) + (document * DocumentStreams)) / (100.0 * (measured.Streams + DocumentStreams)), 0.001, 0.999);
        return Math.Abs(measured.Value - document) > 0.5 + (258 * Math.Sqrt(part * (1 - part) * ((1.0 / measured.Streams) + (1.0 / DocumentStreams))));
    }

    private static string Join(IEnumerable<double> values) => string.Join(
        " / ", values.Select(value => double.IsNaN(value) ? "-" : double.IsPositiveInfinity(value) ? "never" : value.ToString("0.#", CultureInfo.InvariantCulture)));
}
