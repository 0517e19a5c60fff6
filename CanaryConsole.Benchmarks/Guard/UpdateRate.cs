using System.Globalization;
using CanaryConsole.Benchmarks.Report;
using CanaryConsole.Core.Statistics;

namespace CanaryConsole.Benchmarks.Guard;

/// <summary>What a guard's update takes on one core, and that it allocates nothing.</summary>
internal static class UpdateRate
{
    // Two million a second.
    private const double MostNanoseconds = 500;
    private const int Runs = 5;

    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(2);

    public static IReadOnlyList<Measurement> Measure(int updates)
    {
        var windows = Traffic.Steady(10, 40_960, 10, 0.001, 0.001).Stream(1, 1).ToArray();
        var rate = new RateEvidence(0.01, 8_640);
        var share = new ShareEvidence(1, 8_640);
        var betting = new BettingEvidence(8_640);
        return
        [
            .. One("(i) and (iii)", window => rate.Update(window.ChallengerBad, window.Challenger)),
            .. One("(ii)", window => share.Update(window.ChallengerBad, window.Challenger, window.ChampionBad, window.Champion)),
            .. One("robust", window => betting.Update(window.ChallengerBad, window.Challenger, 0.01)),
        ];

        IEnumerable<Measurement> One(string form, Action<TrafficWindow> update)
        {
            // Until the runtime has compiled it for good, which it does beside the work and when it finds the time.
            for (var started = TimeProvider.System.GetTimestamp(); TimeProvider.System.GetElapsedTime(started) < WarmUp;)
            {
                Pass(update, windows, windows.Length);
            }

            var best = double.PositiveInfinity;

            // Processor time, and the quickest of a few: what else runs on this machine is no part of an update.
            for (var run = 0; run < Runs; run++)
            {
                var started = Environment.CpuUsage.TotalTime;
                Pass(update, windows, updates);
                best = Math.Min(best, (Environment.CpuUsage.TotalTime - started).TotalNanoseconds / updates);
            }

            var allocated = GC.GetAllocatedBytesForCurrentThread();
            Pass(update, windows, updates);
            allocated = GC.GetAllocatedBytesForCurrentThread() - allocated;
            yield return new(string.Create(CultureInfo.InvariantCulture, $"guard update, {form}: {1_000 / best:0.0} million a second on one core"), best, "ns", MostNanoseconds);
            yield return new($"guard update, {form}: allocated over {updates:N0}", allocated, "B", 0);
        }
    }

    private static void Pass(Action<TrafficWindow> update, TrafficWindow[] windows, int updates)
    {
        for (var i = 0; i < updates; i++)
        {
            update(windows[i % windows.Length]);
        }
    }
}
