using CanaryConsole.Core.Forecasts;
using CanaryConsole.Core.Monitoring;

namespace CanaryConsole.Core.Backtests;

/// <summary>
/// Splits a window of the champion's own requests as the endpoint's router would have: each request goes to the pretend challenger by itself, so that a healthy
/// one is exactly as good as the champion was; then makes some of its good requests bad. Not thread-safe.
/// </summary>
internal sealed class PretendChallenger(int seed)
{
    private readonly Draw _draw = new(seed);

    /// <param name="share">The challenger's, 0 to 1.</param>
    /// <param name="failing">The part of its good requests that fail on top; 0 for a healthy one.</param>
    /// <param name="slowed">The part of its quick requests that become slow on top.</param>
    /// <param name="at">When the window is to have been.</param>
    /// <returns>Both arms, and how many of the challenger's requests were made bad.</returns>
    public (MetricWindow Challenger, MetricWindow Champion, long Harmed) Split(MetricWindow window, double share, double failing, double slowed, DateTimeOffset at)
    {
        var requests = _draw.Binomial(window.Requests, share);
        var errors = _draw.Hypergeometric(window.Requests, window.Errors, requests);
        var client = Part(window.ClientErrors, window, requests);
        var server = Part(window.ServerErrors, window, requests);
        var model = Part(window.ModelErrors, window, requests);
        var slow = Part(window.SlowRequests, window, requests);
        var counts = window.SlowCounts?.Select(count => (count.Threshold, count.Requests, Own: Part(count.Requests, window, requests)!.Value)).ToList();
        var failed = _draw.Binomial(requests - errors, failing);
        var late = slow is { } quickless ? _draw.Binomial(requests - quickless, slowed) : 0;
        return (
            window with
            {
                Start = at,
                Requests = requests,
                Errors = errors + failed,
                ClientErrors = client,
                ServerErrors = AtMost(server + failed, requests),
                ModelErrors = AtMost(model + failed, requests),
                SlowRequests = slow + late,
                SlowCounts = counts is null ? null : [.. counts.Select(count => new SlowCount(count.Threshold, Math.Min(requests, count.Own + late)))],
            },
            window with
            {
                Start = at,
                Requests = window.Requests - requests,
                Errors = window.Errors - errors,
                ClientErrors = window.ClientErrors - client,
                ServerErrors = window.ServerErrors - server,
                ModelErrors = window.ModelErrors - model,
                SlowRequests = window.SlowRequests - slow,
                SlowCounts = counts is null ? null : [.. counts.Select(count => new SlowCount(count.Threshold, count.Requests - count.Own))],
            },
            failed + late);
    }

    /// <summary>How much must be made worse for the rates to become what the worsening says.</summary>
    public static (double Failing, double Slowed) Injected(Worsening worsening, BadRates rates)
    {
        var part = rates.Champion < 1 ? Math.Clamp((rates.Challenger - rates.Champion) / (1 - rates.Champion), 0, 1) : 0;
        return worsening.Kind is WorseningKind.Errors or WorseningKind.ErrorsOfLimit ? (part, 0) : (0, part);
    }

    private long? Part(long? marked, MetricWindow window, long requests) =>
        marked is { } count ? _draw.Hypergeometric(window.Requests, Math.Min(count, window.Requests), requests) : null;

    private static long? AtMost(long? count, long most) => count is { } number ? Math.Min(number, most) : null;
}
