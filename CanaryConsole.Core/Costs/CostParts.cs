using System.Globalization;
using CanaryConsole.Core.Deployments;
using CanaryConsole.Core.Endpoints;
using CanaryConsole.Core.Rollouts;

namespace CanaryConsole.Core.Costs;

/// <summary>A plan as stages with what runs in each. Pure.</summary>
internal sealed class CostParts(RolloutPlan plan, EndpointDescription endpoint, IPriceTable prices)
{
    /// <summary>What an update that starts instances is counted with; reports from the field say about ten minutes.</summary>
    public static readonly TimeSpan Update = TimeSpan.FromMinutes(10);

    /// <summary>The champion as it was when this was planned; null once it is gone.</summary>
    private readonly FleetCost? _champion = endpoint.Variant(plan.ChampionVariant) is { } champion
        ? FleetCost.Of(champion.Name, champion.InstanceType, plan.Surroundings?.ChampionInstances ?? champion.CurrentInstanceCount, prices)
        : null;

    private readonly FleetCost _challenger = FleetCost.Of(plan.Challenger.VariantName, plan.Challenger.InstanceType, plan.Challenger.InstanceCount, prices);

    /// <summary>What the endpoint costs without the rollout.</summary>
    public IReadOnlyList<FleetCost> Today =>
        [.. Champion, .. endpoint.Variants.Where(variant => variant.Name != plan.ChampionVariant && variant.Name != plan.Challenger.VariantName).Select(variant => FleetCost.Of(variant, prices))];

    /// <summary>The champion as it is kept during the soak.</summary>
    public FleetCost? Warm => plan.Managed is null && _champion is { } champion
        ? FleetCost.Of(champion.Variant, champion.InstanceType, plan.Surroundings?.WarmInstances ?? champion.Instances, prices)
        : null;

    /// <summary>What runs once all is over.</summary>
    public IReadOnlyList<FleetCost> After => KeepsChampion && Warm is { } warm ? [warm, _challenger] : [_challenger];

    public bool KeepsChampion => plan is { Managed: null, Surroundings: null or { KeepChampion: true } };

    public IReadOnlyList<CostPart> All => plan.Managed is { } managed ? Managed(managed) : ByWeights();

    private FleetCost[] Champion => _champion is { } champion ? [champion] : [];

    private List<CostPart> ByWeights()
    {
        FleetCost[] both = [.. Champion, _challenger];

        // The challenger's own alarms are made with it, and stay with it.
        var alarms = plan.Surroundings?.Alarms?.Count ?? 0;
        var parts = new List<CostPart> { new(CostStage.Preparation, "preparation", Update, [.. Today, .. both], Today.Count) };
        if (plan.Shadow is { } shadow)
        {
            parts.Add(new CostPart(CostStage.Shadow, "shadow", shadow.Duration, both, 2));
            parts.Add(new CostPart(CostStage.Handover, "from shadow to production", Update, [.. both, .. both], 2));
        }

        parts.AddRange(plan.Steps.Select((step, index) => new CostPart(CostStage.Step, Share(step.Share), step.Bake, both, 2, alarms, index)));
        FleetCost[] soaking = Warm is { } warm ? [warm, _challenger] : [_challenger];
        parts.Add(new CostPart(CostStage.Soak, "soak", plan.Soak, soaking, 2, alarms));
        if (!KeepsChampion)
        {
            parts.Add(new CostPart(CostStage.Removal, "taking the champion off", Update, [.. soaking, _challenger], 2, alarms));
        }

        return parts;
    }

    /// <summary>The alarms stand until the soak is over. A look reads the variant, and both fleets on their own while they are exchanged.</summary>
    private List<CostPart> Managed(ManagedDeployment managed)
    {
        var alarms = GuardAlarms.Of("cost", "cost", plan).Count;
        var next = managed.Kind is DeploymentKind.Rolling ? Batch(managed) : _challenger;
        var time = (managed.WaitInterval * managed.Bakes(plan.Challenger.InstanceCount)) + managed.TerminationWait;
        return
        [
            new CostPart(CostStage.Preparation, "preparation", Update, [.. Champion, next], 3, alarms),
            new CostPart(CostStage.Deployment, "deployment", time, [.. Champion, next], 3, alarms),
            new CostPart(CostStage.Soak, "soak", plan.Soak, [_challenger], 1, alarms),
        ];
    }

    /// <summary>No more than one batch runs beside what it replaces.</summary>
    private FleetCost Batch(ManagedDeployment managed) => FleetCost.Of(
        _challenger.Variant,
        _challenger.InstanceType,
        managed.BatchSize is { } batch ? (int)Math.Ceiling(Math.Round(batch.Of(plan.Challenger.InstanceCount).Fraction * plan.Challenger.InstanceCount, 6)) : plan.Challenger.InstanceCount,
        prices);

    private static string Share(Percentage share) => string.Create(CultureInfo.InvariantCulture, $"{share.Percent:0.##} %");
}
