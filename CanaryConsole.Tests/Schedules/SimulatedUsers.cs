using CanaryConsole.Core.Monitoring;

namespace CanaryConsole.Tests.Schedules;

/// <summary>How a variant serves: which part of its requests fail, and which are slower than any limit.</summary>
internal sealed record Quality(double Errors, double Slow);

/// <summary>What was measured of one variant in one stretch of time, and since when it can be read.</summary>
internal readonly record struct Piece(DateTimeOffset At, DateTimeOffset ReadableAt, int Requests, int Errors, int Slow);

/// <summary>The endpoint's users: they follow the weights that stand, and leave their measurements in ten-second windows.</summary>
internal sealed class SimulatedUsers(double perSecond, IReadOnlyDictionary<string, Quality> qualities, Quality others, Random random, Weather weather)
{
    public static readonly TimeSpan Window = TimeSpan.FromSeconds(10);

    private readonly Dictionary<(string Variant, long Start), List<Piece>> _windows = [];

    public static DateTimeOffset WindowOf(DateTimeOffset at) => new(at.UtcTicks - (at.UtcTicks % Window.Ticks), TimeSpan.Zero);

    public Quality Of(string variant) => qualities.GetValueOrDefault(variant) ?? others;

    /// <summary>The users of one stretch within one window, split by the shares at its start. Answers what will be readable.</summary>
    public IEnumerable<(string Variant, Piece Piece)> Live(DateTimeOffset from, DateTimeOffset to, IReadOnlyList<(string Variant, double Share)> shares)
    {
        foreach (var (variant, share) in shares)
        {
            var requests = Count(perSecond * (to - from).TotalSeconds * share);
            if (requests == 0 || weather.Strikes(Trouble.MissingMetrics))
            {
                continue;
            }

            var quality = Of(variant);
            var errors = Math.Min(requests, Count(requests * (weather.Strikes(Trouble.BadErrorCounts) ? 0.5 : quality.Errors)));
            var late = weather.Strikes(Trouble.LateMetrics) ? TimeSpan.FromSeconds(20 + random.Next(200)) : TimeSpan.Zero;
            var piece = new Piece(from, to + late, requests, errors, Math.Min(requests, Count(requests * quality.Slow)));
            var key = (variant, WindowOf(from).UtcTicks);
            if (!_windows.TryGetValue(key, out var pieces))
            {
                pieces = _windows[key] = [];
            }

            pieces.Add(piece);
            yield return (variant, piece);
        }
    }

    /// <summary>What can be read of one window at a moment; null where nothing can.</summary>
    public MetricWindow? Read(string variant, DateTimeOffset start, DateTimeOffset at, bool countsSlow)
    {
        if (!_windows.TryGetValue((variant, start.UtcTicks), out var pieces))
        {
            return null;
        }

        int requests = 0, errors = 0, slow = 0;
        foreach (var piece in pieces)
        {
            if (piece.ReadableAt <= at)
            {
                (requests, errors, slow) = (requests + piece.Requests, errors + piece.Errors, slow + piece.Slow);
            }
        }

        return requests == 0 ? null : new MetricWindow(
            start,
            Window,
            requests,
            errors,
            TimeSpan.FromMilliseconds(20),
            TimeSpan.FromMilliseconds(40),
            TimeSpan.FromMilliseconds(slow * 100 > requests ? 300 : 60),
            countsSlow ? slow : null);
    }

    private int Count(double mean)
    {
        if (mean > 30)
        {
            return (int)Math.Max(0, Math.Round(mean + (Math.Sqrt(mean) * Normal())));
        }

        var (limit, product, count) = (Math.Exp(-mean), random.NextDouble(), 0);
        while (product > limit)
        {
            product *= random.NextDouble();
            count++;
        }

        return count;
    }

    private double Normal() => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
