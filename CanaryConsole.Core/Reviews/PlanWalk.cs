using CanaryConsole.Core.Deployments;
using CanaryConsole.Core.Endpoints;
using CanaryConsole.Core.Rollouts;
using CanaryConsole.Core.Rollouts.Tasks;

namespace CanaryConsole.Core.Reviews;

/// <summary>Goes through what the engine would do, one thing after the other, and writes down what each changes. Not safe for more than one thread.</summary>
/// <param name="before">The endpoint's picture before anything.</param>
/// <param name="origin">The same as a place to go back to.</param>
/// <param name="start">Where the walk begins.</param>
internal sealed class PlanWalk(RolloutState state, EndpointPicture before, PlannedEndpoint origin, PlannedEndpoint start, IScalingControl scaling)
{
    private const string Config = "Endpoint configuration";

    private readonly List<PlannedChange> _changes = [];

    public IReadOnlyList<PlannedChange> Changes => _changes;

    public PlannedEndpoint Now { get; private set; } = start;

    private RolloutPlan Plan => state.Plan;

    /// <summary>One task of the engine's lists; every task it has is told here, or changes nothing.</summary>
    public void Do(RolloutTask task, string when)
    {
        switch (task)
        {
            case RolloutTask.MakeModel:
                Create("Model", Plan.Challenger.ModelName, $"Of package {Plan.Surroundings?.PackageArn}\nRole: as {Plan.ChampionModel} has it\n{PlannedEndpoint.Lines(LineageTags.Made(state))}", when);
                break;
            case RolloutTask.SuspendScaling:
                Scale(ScalingTargets.AtRest(Plan, before), when);
                break;
            case RolloutTask.TagEndpoint:
                Tag(LineageTags.Mark(state.Id), when);
                break;
            case RolloutTask.LowerChampion:
                Become(Now.WithCount(Plan.ChampionVariant, Plan.Surroundings?.WarmInstances ?? 1), when);
                break;
            case RolloutTask.RaiseChampion:
                Become(Now.WithCount(Plan.ChampionVariant, state.PinnedInstances ?? 1), when);
                break;
            case RolloutTask.RemoveChallenger:
                Configure(Now.Without(Plan.Challenger.VariantName, Reconciler.ConfigName(state.Id, "without-challenger")), when);
                break;
            case RolloutTask.RemoveChampion:
                Configure(Now.Without(Plan.ChampionVariant, Reconciler.ConfigName(state.Id, "without-champion")), when);
                break;
            case RolloutTask.RestoreConfig:
                Become(Restored(), when);
                break;
            case RolloutTask.ReleaseScaling:
                Scale(ScalingTargets.Released(Plan, before), when);
                break;
            case RolloutTask.MoveScaling:
                Scale(ScalingTargets.Moved(Plan, before, scaling), when);
                break;
            case RolloutTask.RestoreScaling:
                Scale(before.Scaling, when);
                break;
            case RolloutTask.RestoreTags:
                Tags(before.Tags, when);
                break;
            case RolloutTask.TagLineage:
                Tag(LineageTags.Of(state), when);
                break;
            case RolloutTask.Quarantine:
                Quarantine();
                break;
            case RolloutTask.RemoveAlarms:
                _changes.AddRange(RolloutAlarms.ToRemove(state).Select(name => new PlannedChange(ChangeKind.Remove, "Alarm", name, Known(name), null, when)));
                break;
            case RolloutTask.MakeAlarms:
                Make(ChallengerAlarms.Of(state.Id.Value, Plan), when);
                break;
            case RolloutTask.PictureBefore or RolloutTask.PictureAfter or RolloutTask.PinChampion:
                // Nothing is changed by these: they look.
                break;
            default:
                throw new System.Diagnostics.UnreachableException($"{task} is not told.");
        }
    }

    /// <summary>A configuration is made and the endpoint brought to it.</summary>
    public void Configure(PlannedEndpoint next, string when)
    {
        Create(Config, next.ConfigName, $"{next.Configuration}\n{PlannedEndpoint.Lines(LineageTags.Made(state))}", when);
        Become(next, when);
    }

    /// <summary>The endpoint as it is brought to be: its variants, their counts, or the configuration.</summary>
    public void Become(PlannedEndpoint next, string when)
    {
        if (next.Whole != Now.Whole)
        {
            _changes.Add(new PlannedChange(ChangeKind.Change, "Endpoint", Now.Name, Now.Whole, next.Whole, when));
        }

        Now = next;
    }

    public void Weigh(Percentage challenger, string when)
    {
        var next = Now.WithShares((Plan.ChampionVariant, Percentage.FromFraction(1 - challenger.Fraction)), (Plan.Challenger.VariantName, challenger));
        if (next.Weights != Now.Weights)
        {
            _changes.Add(new PlannedChange(ChangeKind.Change, "Endpoint weights", Now.Name, Now.Weights, next.Weights, when));
        }

        Now = next;
    }

    public void Make(IReadOnlyList<GuardAlarm> alarms, string when)
    {
        foreach (var alarm in alarms)
        {
            Create("Alarm", alarm.Name, AlarmWords.Of(alarm), when);
        }
    }

    public void Note(PlannedChange change) => _changes.Add(change);

    /// <summary>What an alarm watches that this plan makes; of an earlier rollout's only the variant is known.</summary>
    private string Known(string name) => ManagedAlarmDecisions.Wanted(state).Concat(ChallengerAlarms.Of(state.Id.Value, Plan)).FirstOrDefault(alarm => alarm.Name == name) is { } alarm
        ? AlarmWords.Of(alarm)
        : $"Watches {Plan.ChampionVariant}, made by an earlier rollout";

    private void Create(string resource, string name, string after, string when) =>
        _changes.Add(new PlannedChange(ChangeKind.Create, resource, name, null, after.TrimEnd('\n'), when));

    private void Tag(IReadOnlyDictionary<string, string> added, string when)
    {
        var next = Now.Tags.ToDictionary(StringComparer.Ordinal);
        foreach (var (key, value) in added)
        {
            next[key] = value;
        }

        Tags(next, when);
    }

    private void Tags(IReadOnlyDictionary<string, string> next, string when)
    {
        var after = Now with { Tags = next };
        if (after.TagLines != Now.TagLines)
        {
            _changes.Add(new PlannedChange(ChangeKind.Change, "Endpoint tags", Now.Name, Now.TagLines, after.TagLines, when));
        }

        Now = after;
    }

    private void Scale(IReadOnlyList<VariantScaling> wanted, string when)
    {
        var reachable = wanted.Where(one => Now.Variants.Any(variant => variant.Name == one.Variant)).ToList();
        _changes.AddRange(ScalingWords.Changes(Now.Name, Now.Scaling, reachable, when));
        Now = Now with { Scaling = reachable };
    }

    private void Quarantine()
    {
        if (Plan.Surroundings?.PackageArn is { } package)
        {
            _changes.Add(new PlannedChange(ChangeKind.Change, "Model package", package, "Approved", "Rejected; its artifact is refused from then on", "on automatic rollback only"));
        }
    }

    // An update to a configuration keeps the weights and counts of variants that stay.
    private PlannedEndpoint Restored() => Now with
    {
        ConfigName = before.ConfigName,
        Variants = [.. before.Variants.Select(variant => Now.Variants.FirstOrDefault(one => one.Name == variant.Name && one.ModelName == variant.ModelName) ?? variant)],
        Shadow = [],
        Capture = origin.Capture,
    };
}
