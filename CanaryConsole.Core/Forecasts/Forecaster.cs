using CanaryConsole.Core.Guardrails;

namespace CanaryConsole.Core.Forecasts;

/// <summary>
/// When the guardrails of a plan would see a challenger that is worse, before it starts: the evidence on its average path, by the requests n that
/// n max [p ln theta - ln(1 + (theta - 1) r)] needs to reach ln(1/alpha) and the price of the restarts. Checked against simulations. Pure.
/// </summary>
public static class Forecaster
{
    private static readonly TimeSpan Longest = TimeSpan.FromDays(30);

    /// <param name="startsAt">When the first share would be given: the daily curve counts from there.</param>
    public static PlanForecast Of(PlanOutline outline, TrafficPicture traffic, DateTimeOffset startsAt)
    {
        ArgumentNullException.ThrowIfNull(outline);
        ArgumentNullException.ThrowIfNull(traffic);
        var worsenings = Worsening.Of(outline, traffic);
        var exposures = Exposures(outline, traffic, startsAt);
        var steps = Shares(outline).ToList();
        var forecasts = new List<StepForecast>();
        for (var step = 0; step < steps.Count; step++)
        {
            var (before, now) = (exposures[..step], exposures[step]);
            forecasts.Add(new StepForecast(
                steps[step].Share,
                steps[step].Bake,
                now.Windows * now.Requests,
                [
                    .. from guardrail in outline.Guardrails
                       from worsening in worsenings
                       where BadRates.Of(worsening, guardrail.Rule, outline.Guardrails, traffic) is not null
                       select new GuardrailForecast(guardrail.Name, guardrail.Enforcing, worsening, Seen(outline, traffic, guardrail, worsening, before, wasWorse: false, now)),
                ]));
        }

        return new PlanForecast(outline.Lasts, forecasts.Sum(step => step.Requests), [.. worsenings.Select(worsening => Whole(outline, traffic, worsening, exposures))], forecasts);
    }

    /// <summary>What would be seen if the challenger had this share from the first request on, for as long as it takes.</summary>
    public static ShareForecast AtShare(PlanOutline outline, TrafficPicture traffic, Percentage share)
    {
        ArgumentNullException.ThrowIfNull(outline);
        ArgumentNullException.ThrowIfNull(traffic);
        var windows = (int)(Longest / traffic.Period);
        var now = new Exposure(share.Fraction, windows, traffic.RequestsPerSecond * share.Fraction * traffic.Period.TotalSeconds);
        return new ShareForecast(share, [.. Worsening.Of(outline, traffic).Select(worsening => new WorseningForecast(worsening, First(outline, traffic, worsening, [], now)))]);
    }

    private static WorseningForecast Whole(PlanOutline outline, TrafficPicture traffic, Worsening worsening, Exposure[] exposures)
    {
        for (var step = 0; step < exposures.Length; step++)
        {
            if (First(outline, traffic, worsening, exposures[..step], exposures[step]) is { } seen)
            {
                return new WorseningForecast(worsening, seen);
            }
        }

        return new WorseningForecast(worsening, null);
    }

    /// <summary>By the guardrail that is first, of a worsening that was there from the first request on; those that only observe count where none acts.</summary>
    private static Detection? First(PlanOutline outline, TrafficPicture traffic, Worsening worsening, Exposure[] before, Exposure now)
    {
        var acting = outline.Guardrails.Where(guardrail => guardrail.Enforcing).ToList();
        return (acting.Count > 0 ? acting : outline.Guardrails)
            .Select(guardrail => Seen(outline, traffic, guardrail, worsening, before, wasWorse: true, now))
            .OfType<Detection>()
            .MinBy(detection => detection.After);
    }

    private static Detection? Seen(PlanOutline outline, TrafficPicture traffic, Guardrail guardrail, Worsening worsening, Exposure[] before, bool wasWorse, Exposure now)
    {
        if (BadRates.Of(worsening, guardrail.Rule, outline.Guardrails, traffic) is not { } rates)
        {
            return null;
        }

        var terms = outline.Terms(traffic.Period).First(one => ReferenceEquals(one.Guardrail, guardrail)).Terms;
        if (Sighting.Windows(guardrail, rates, before, wasWorse, now, terms) is not { } windows)
        {
            return null;
        }

        var since = wasWorse ? before : [];
        var until = (traffic.Period * windows) + traffic.Lateness;
        var requests = since.Sum(past => past.Windows * past.Requests) + (now.Requests * (until / traffic.Period));
        return new Detection(guardrail.Name, until + (traffic.Period * since.Sum(past => past.Windows)), requests, requests * (rates.Challenger - rates.Champion));
    }

    private static Exposure[] Exposures(PlanOutline outline, TrafficPicture traffic, DateTimeOffset startsAt)
    {
        var exposures = new List<Exposure>();
        var at = startsAt;
        foreach (var (share, bake) in Shares(outline))
        {
            exposures.Add(new Exposure(share.Fraction, (int)(bake / traffic.Period), traffic.RateOver(at, bake) * share.Fraction * traffic.Period.TotalSeconds));
            at += bake;
        }

        return [.. exposures];
    }

    private static IEnumerable<(Percentage Share, TimeSpan Bake)> Shares(PlanOutline outline) =>
        outline.Steps.Select(step => (step.Share, step.Bake)).Append((Percentage.Whole, outline.Soak));
}
