using System.Globalization;
using CanaryConsole.Core.Guardrails;

namespace CanaryConsole.Presentation.Guards;

/// <summary>How a guardrail's evidence, or the number it watches, came about, as a small chart: the engine's own numbers, drawn and never computed again.</summary>
/// <param name="Now">As it stands.</param>
/// <param name="Limit">Where the line stands.</param>
/// <param name="LimitName">What the line is called.</param>
/// <param name="Headline">Both in a few words.</param>
/// <param name="Settled">Outline of what no correction can change; empty without it.</param>
/// <param name="Provisional">Outline of what may still be corrected, joined to the settled part; empty without it.</param>
/// <param name="Area">What lies below both.</param>
/// <param name="Tip">The newest point; empty when there is none.</param>
/// <param name="LimitAt">Where the limit stands, in percent of the height from the top.</param>
/// <param name="Marks">Slices to point at, with what was the case there.</param>
/// <param name="From">The first point's time; null when there is none.</param>
/// <param name="To">The newest point's time.</param>
/// <param name="Said">All of it in one sentence.</param>
public sealed record EvidencePicture(
    double Now,
    double Limit,
    string LimitName,
    string Headline,
    string Settled,
    string Provisional,
    string Area,
    string Tip,
    double LimitAt,
    IReadOnlyList<EvidenceMark> Marks,
    DateTimeOffset? From,
    DateTimeOffset? To,
    string Said)
{
    public const int Width = 320;
    public const int Height = 56;

    private const double Headroom = 1.18;
    private const double MostOverLimit = 2.5;
    private const int MostMarks = 24;

    /// <summary>Null where there is nothing to draw: a guardrail that counts failed looks of requests, or an alarm.</summary>
    public static EvidencePicture? Of(Evidence evidence)
    {
        if (evidence is { LogEvidence: { } now, LogLimit: { } limit } && double.IsFinite(limit) && limit > 0)
        {
            EvidencePoint[] line = [.. (evidence.Line ?? []).Where(point => double.IsFinite(point.LogEvidence))];
            return Draw(line, now, limit, Math.Max(0, now), Number) with
            {
                LimitName = "breach",
                Headline = $"evidence {Number(now)} of {Number(limit)}",
                Said = Words(line, now, limit),
            };
        }

        if (evidence.Signal is not { Latest: { } latest, Limit: { } most } signal || !double.IsFinite(latest) || !double.IsFinite(most))
        {
            return null;
        }

        string Tell(double value) => new Quantity(value, signal.Unit).ToString();
        EvidencePoint[] values = [.. signal.Points.Where(point => double.IsFinite(point.Value)).Select(point => new EvidencePoint(point.Start + point.Period, point.Value, false))];
        return Draw(values, latest, most, Math.Abs(most), Tell) with
        {
            LimitName = "limit",
            Headline = $"now {Tell(latest)}, limit {Tell(most)}",
            Said = $"Now {Tell(latest)}; the limit is {Tell(most)}.",
        };
    }

    private static EvidencePicture Draw(EvidencePoint[] points, double now, double limit, double most, Func<double, string> tell)
    {
        // Evidence for health is below zero; how far below decides nothing, so the floor is zero and the limit stays well in sight.
        var low = Math.Min(0, limit) * Headroom;
        var highest = points.Length > 0 ? points.Max(point => point.LogEvidence) * 1.06 : 0;
        // Far beyond the limit is beyond the limit: what is higher lies along the top.
        var top = Math.Max(Math.Max(limit, 0) * Headroom, limit > 0 ? Math.Min(highest, limit * MostOverLimit) : highest);
        var span = top > low ? (low, top) : (low, low + Math.Max(1, most));
        (double X, double Y)[] places = [.. points.Select(point => (X(point.At, points), Y(point.LogEvidence, span)))];
        var settled = Array.FindIndex(points, point => point.Provisional) is var first and >= 0 ? first : points.Length;
        return new(
            now,
            limit,
            "",
            "",
            Path(places.AsSpan(0, settled)),
            settled < points.Length ? Path(places.AsSpan(Math.Max(0, settled - 1))) : "",
            places.Length > 1 ? Invariant($"{Path(places)}L{places[^1].X:0.#},{Height}L{places[0].X:0.#},{Height}Z") : "",
            places.Length > 0 ? Invariant($"M{places[^1].X:0.#},{places[^1].Y:0.#}h.01") : "",
            Y(limit, span) / Height * 100,
            Slices(points, places, value => $"{tell(value)} of {tell(limit)}"),
            points.Length > 0 ? points[0].At : null,
            points.Length > 0 ? points[^1].At : null,
            "");
    }

    /// <summary>"3.1"; evidence for health, which is below zero, is no evidence for a breach.</summary>
    public static string Number(double evidence) =>
        double.IsPositiveInfinity(evidence) ? "beyond measure" : evidence >= 1000 ? evidence.ToString("N0", CultureInfo.InvariantCulture) : (evidence > 0 ? evidence : 0).ToString("0.0", CultureInfo.InvariantCulture);

    private static double X(DateTimeOffset at, EvidencePoint[] points)
    {
        var span = points[^1].At - points[0].At;
        return span > TimeSpan.Zero ? Width * ((at - points[0].At) / span) : Width;
    }

    private static double Y(double value, (double Low, double Top) span) => Height * (1 - Math.Clamp((value - span.Low) / (span.Top - span.Low), 0, 1));

    private static string Path(ReadOnlySpan<(double X, double Y)> places)
    {
        var path = new System.Text.StringBuilder();
        foreach (var (x, y) in places)
        {
            path.Append(CultureInfo.InvariantCulture, $"{(path.Length == 0 ? 'M' : 'L')}{x:0.#},{y:0.#}");
        }

        return places.Length == 1 ? path.Append("h.01").ToString() : path.ToString();
    }

    private static List<EvidenceMark> Slices(EvidencePoint[] points, (double X, double Y)[] places, Func<double, string> tell)
    {
        var marks = new List<EvidenceMark>(MostMarks);
        var stride = Math.Max(1, (int)Math.Ceiling(points.Length / (double)MostMarks));
        double left = 0;
        for (var last = Math.Min(stride, points.Length) - 1; last >= 0 && last < points.Length; last += stride)
        {
            var right = last + stride < points.Length ? places[last].X : Width;
            var shown = last + stride < points.Length ? last : points.Length - 1;
            marks.Add(new(left, Math.Max(0, right - left), Invariant(
                $"{points[shown].At.UtcDateTime:HH:mm:ss} UTC: {tell(points[shown].LogEvidence)}{(points[shown].Provisional ? ", provisional" : "")}")));
            left = right;
        }

        return marks;
    }

    private static string Words(EvidencePoint[] points, double now, double limit)
    {
        var highest = points.MaxBy(point => point.LogEvidence);
        var most = highest is not null && highest.LogEvidence > now + 0.05
            ? Invariant($"; at most {Number(highest.LogEvidence)}, at {highest.At.UtcDateTime:HH:mm:ss} UTC")
            : "";
        return $"Evidence {Number(now)} of the {Number(limit)} that make a breach{most}{(points is [.., { Provisional: true }] ? "; the dashed end may still be corrected" : "")}.";
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}

/// <summary>A slice of the chart to point at.</summary>
/// <param name="Left">In the chart's own units, 0 to <see cref="EvidencePicture.Width"/>.</param>
public sealed record EvidenceMark(double Left, double Breadth, string Said);
