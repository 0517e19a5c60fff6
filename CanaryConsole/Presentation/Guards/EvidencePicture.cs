using System.Globalization;
using CanaryConsole.Core.Guardrails;

namespace CanaryConsole.Presentation.Guards;

/// <summary>How a guardrail's evidence came about, as a small chart: the engine's own numbers, drawn and never computed again.</summary>
/// <param name="Now">The evidence as it stands.</param>
/// <param name="Limit">Where it makes a breach.</param>
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
    private const int MostMarks = 24;

    /// <summary>Null for a guardrail that counts failed looks.</summary>
    public static EvidencePicture? Of(Evidence evidence)
    {
        if (evidence is not { LogEvidence: { } now, LogLimit: { } limit } || !double.IsFinite(limit) || limit <= 0)
        {
            return null;
        }

        EvidencePoint[] points = [.. (evidence.Line ?? []).Where(point => double.IsFinite(point.LogEvidence))];
        // Evidence for health is below zero; how far below decides nothing, so the floor is zero and the limit stays well in sight.
        var top = Math.Max(limit * Headroom, points.Length > 0 ? points.Max(point => point.LogEvidence) * 1.06 : 0);
        (double X, double Y)[] places = [.. points.Select(point => (X(point.At, points), Y(point.LogEvidence, top)))];
        var settled = Array.FindIndex(points, point => point.Provisional) is var first and >= 0 ? first : points.Length;
        return new(
            now,
            limit,
            Path(places.AsSpan(0, settled)),
            settled < points.Length ? Path(places.AsSpan(Math.Max(0, settled - 1))) : "",
            places.Length > 1 ? Invariant($"{Path(places)}L{places[^1].X:0.#},{Height}L{places[0].X:0.#},{Height}Z") : "",
            places.Length > 0 ? Invariant($"M{places[^1].X:0.#},{places[^1].Y:0.#}h.01") : "",
            Y(limit, top) / Height * 100,
            Slices(points, places, limit),
            points.Length > 0 ? points[0].At : null,
            points.Length > 0 ? points[^1].At : null,
            Words(points, settled, now, limit));
    }

    /// <summary>"3.1"; evidence for health, which is below zero, is no evidence for a breach.</summary>
    public static string Number(double evidence) =>
        double.IsPositiveInfinity(evidence) ? "beyond measure" : (evidence > 0 ? evidence : 0).ToString("0.0", CultureInfo.InvariantCulture);

    private static double X(DateTimeOffset at, EvidencePoint[] points)
    {
        var span = points[^1].At - points[0].At;
        return span > TimeSpan.Zero ? Width * ((at - points[0].At) / span) : Width;
    }

    private static double Y(double evidence, double top) => Height * (1 - Math.Clamp(evidence / top, 0, 1));

    private static string Path(ReadOnlySpan<(double X, double Y)> places)
    {
        var path = new System.Text.StringBuilder();
        foreach (var (x, y) in places)
        {
            path.Append(CultureInfo.InvariantCulture, $"{(path.Length == 0 ? 'M' : 'L')}{x:0.#},{y:0.#}");
        }

        return places.Length == 1 ? path.Append("h.01").ToString() : path.ToString();
    }

    private static List<EvidenceMark> Slices(EvidencePoint[] points, (double X, double Y)[] places, double limit)
    {
        var marks = new List<EvidenceMark>(MostMarks);
        var stride = Math.Max(1, (int)Math.Ceiling(points.Length / (double)MostMarks));
        double left = 0;
        for (var last = Math.Min(stride, points.Length) - 1; last >= 0 && last < points.Length; last += stride)
        {
            var right = last + stride < points.Length ? places[last].X : Width;
            var shown = last + stride < points.Length ? last : points.Length - 1;
            marks.Add(new(left, Math.Max(0, right - left), Invariant(
                $"{points[shown].At.UtcDateTime:HH:mm:ss} UTC: evidence {Number(points[shown].LogEvidence)} of {Number(limit)}{(points[shown].Provisional ? ", provisional" : "")}")));
            left = right;
        }

        return marks;
    }

    private static string Words(EvidencePoint[] points, int settled, double now, double limit)
    {
        var highest = points.MaxBy(point => point.LogEvidence);
        var most = highest is not null && highest.LogEvidence > now + 0.05
            ? Invariant($"; at most {Number(highest.LogEvidence)}, at {highest.At.UtcDateTime:HH:mm:ss} UTC")
            : "";
        var open = points.Length - settled;
        return $"Evidence {Number(now)} of the {Number(limit)} that make a breach{most}{(open > 0 ? $"; the dashed end may still be corrected" : "")}.";
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}

/// <summary>A slice of the chart to point at.</summary>
/// <param name="Left">In the chart's own units, 0 to <see cref="EvidencePicture.Width"/>.</param>
public sealed record EvidenceMark(double Left, double Breadth, string Said);
