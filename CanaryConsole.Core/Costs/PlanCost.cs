using System.Globalization;
using CanaryConsole.Core.Endpoints;
using CanaryConsole.Core.Monitoring;
using CanaryConsole.Core.Registry;
using CanaryConsole.Core.Rollouts;

namespace CanaryConsole.Core.Costs;

/// <summary>What a plan costs if nothing holds it: an estimate in US dollars from dated prices. A figure is null where a price it needs is missing; then <see cref="Missing"/> says which.</summary>
/// <param name="For">From the first instance to the end of the last stage.</param>
/// <param name="TotalUsd">Everything that runs on the endpoint meanwhile, and the console's looks and alarms.</param>
/// <param name="ExtraUsd">Of it, what would not be spent without the rollout.</param>
/// <param name="ExtraUsdPerHour">While both fleets serve: what an hour at a gate, on hold or paused costs on top.</param>
/// <param name="TodayUsdPerHour">The endpoint's instances without the rollout.</param>
/// <param name="AfterUsdPerHour">The endpoint's instances once all is over.</param>
/// <param name="WarmUsdPerHour">The champion as the soak keeps it; null also where SageMaker exchanges the fleet and none is kept.</param>
/// <param name="KeepsChampion">It stays, and costs, after the rollout.</param>
/// <param name="Prices">Every price that was used, by item.</param>
/// <param name="Missing">What is not known, a sentence each.</param>
/// <param name="Assumptions">What the figures rest on and leave out, a sentence each.</param>
public sealed record PlanCost(
    IReadOnlyList<PlannedCost> Stages,
    TimeSpan For,
    decimal? TotalUsd,
    decimal? ExtraUsd,
    decimal? ExtraUsdPerHour,
    decimal? TodayUsdPerHour,
    decimal? AfterUsdPerHour,
    decimal? WarmUsdPerHour,
    bool KeepsChampion,
    IReadOnlyList<Price> Prices,
    IReadOnlyList<string> Missing,
    IReadOnlyList<string> Assumptions)
{
    /// <param name="endpoint">As it stands; the challenger may be on it already.</param>
    /// <param name="options">How often the console looks.</param>
    public static PlanCost Of(RolloutPlan plan, EndpointDescription endpoint, IPriceTable prices, MonitoringOptions options)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(endpoint);
        ArgumentNullException.ThrowIfNull(prices);
        ArgumentNullException.ThrowIfNull(options);
        var parts = new CostParts(plan, endpoint, prices);
        var all = parts.All;
        var today = Money.Sum(parts.Today.Select(fleet => fleet.UsdPerHour));
        var idle = PollingCost.Idle(parts.Today.Count, options, prices);
        var alarm = all.Any(part => part.Alarms > 0) ? prices.Find(PriceItems.Alarm) : null;
        List<PlannedCost> stages = [.. all.Select(part => Priced(part, today + idle.UsdPerHour, plan, prices, options, alarm))];
        var fleets = all.SelectMany(part => part.Fleets).Concat(parts.Today).Concat(parts.After).ToList();
        var both = stages.FirstOrDefault(stage => stage.Stage is CostStage.Step or CostStage.Deployment or CostStage.Shadow) ?? stages.First(stage => stage.Stage is CostStage.Soak);
        return new PlanCost(
            stages,
            TimeSpan.FromTicks(all.Sum(part => part.For.Ticks)),
            Money.Sum(stages.Select(stage => stage.TotalUsd)),
            Money.Sum(stages.Select(stage => stage.ExtraUsd)),
            both.ExtraUsdPerHour,
            today,
            Money.Sum(parts.After.Select(fleet => fleet.UsdPerHour)),
            parts.Warm?.UsdPerHour,
            parts.KeepsChampion,
            [.. fleets.Select(fleet => fleet.Price).Append(idle.Price).Append(alarm).OfType<Price>().Distinct().OrderBy(price => price.Item, StringComparer.Ordinal)],
            [.. fleets.Select(fleet => fleet.Missing).OfType<string>().Concat(MissingOf(parts, endpoint, plan)).Concat(Unpriced(idle, all, alarm)).Distinct(StringComparer.Ordinal)],
            Assumed(plan, both.ExtraUsdPerHour));
    }

    /// <summary>Of the plan that a request would make, whichever model it brings; null while it would make none.</summary>
    public static PlanCost? Of(RolloutRequest request, EndpointDescription endpoint, IPriceTable prices, MonitoringOptions options)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(endpoint);
        return PlanBuilder.Build(request, endpoint, new Candidate(new RegisteredModel(request.ModelName ?? "any", null, null), null)) is PlanResult.Made made
            ? Of(made.Plan, endpoint, prices, options)
            : null;
    }

    private static PlannedCost Priced(CostPart part, decimal? todayPerHour, RolloutPlan plan, IPriceTable prices, MonitoringOptions options, Price? alarm)
    {
        var hours = Money.Hours(part.For);
        var instances = Money.Sum(part.Fleets.Select(fleet => fleet.UsdPerHour));
        var watching = PollingCost.Active(part.Watched, plan.Guardrails, options, prices).UsdPerHour + (part.Alarms == 0 ? 0 : part.Alarms * alarm?.Usd / Money.HoursPerMonth);
        var extra = instances + watching - todayPerHour;
        return new PlannedCost(
            part.Stage, part.Name, part.Step, part.For, part.Fleets, instances * hours, watching * hours, (instances + watching) * hours, extra * hours, extra);
    }

    private static IEnumerable<string> MissingOf(CostParts parts, EndpointDescription endpoint, RolloutPlan plan) =>
        parts.Today.Any(fleet => fleet.Variant == plan.ChampionVariant) ? [] : [$"Endpoint {endpoint.Name} has no variant {plan.ChampionVariant} now, so what the champion costs is not known."];

    private static IEnumerable<string> Unpriced(PollingCost idle, IReadOnlyList<CostPart> parts, Price? alarm)
    {
        if (idle.Price is null)
        {
            yield return $"There is no price for {PriceItems.MetricData}; add it to the price file.";
        }

        if (alarm is null && parts.Any(part => part.Alarms > 0))
        {
            yield return $"There is no price for {PriceItems.Alarm}; add it to the price file.";
        }
    }

    private static List<string> Assumed(RolloutPlan plan, decimal? extra)
    {
        List<string> said =
        [
            string.Create(CultureInfo.InvariantCulture, $"Each update that starts instances is counted with {CostParts.Update.TotalMinutes:0} min, in which SageMaker runs the old and the new configuration side by side."),
            extra is { } usd
                ? string.Create(CultureInfo.InvariantCulture, $"Gates, holds and pauses are not counted: each hour of waiting costs {usd:0.00##} USD more.")
                : "Gates, holds and pauses are not counted.",
            "Instance counts stay as planned; data transfer, volumes, capture in S3 and savings plans are not counted.",
        ];
        if (plan.Managed is { Kind: Deployments.DeploymentKind.Rolling })
        {
            said.Add("At any time at most one batch of new instances is counted beside the whole old fleet.");
        }

        return said;
    }
}
