using System.Globalization;
using CanaryConsole.Core;
using CanaryConsole.Core.Deployments;
using CanaryConsole.Core.Endpoints;
using CanaryConsole.Core.Rollouts;

namespace CanaryConsole.Presentation.Managed;

/// <summary>One of the two fleets of a deployment by SageMaker.</summary>
public sealed record FleetLine(string Name, string Model, string Config, bool IsNew, string Instances, Percentage Share);

/// <summary>An alarm that can make SageMaker roll back.</summary>
/// <param name="What">What it stands for.</param>
public sealed record AlarmLine(string Name, string What, Badge State, DateTimeOffset? Since, string? Reason);

/// <summary>A deployment by SageMaker's guardrails as its card shows it.</summary>
/// <param name="Plan">How the traffic was planned to move, in a few words.</param>
/// <param name="Message">SageMaker's own words on the stage; null when it says nothing.</param>
/// <param name="Steps">The shares on the way, each with whether it is reached.</param>
/// <param name="TimesOutAt">When SageMaker rolls back by itself; null while nothing runs.</param>
public sealed record ManagedView(
    string Plan,
    Badge Stage,
    string? Message,
    FleetLine Old,
    FleetLine New,
    IReadOnlyList<(string Name, NodeState State)> Steps,
    IReadOnlyList<AlarmLine> Alarms,
    AlarmLine? Abort,
    DateTimeOffset? RequestedAt,
    DateTimeOffset? TimesOutAt,
    IReadOnlyList<string> Warnings)
{
    /// <summary>More stations than this are not drawn one by one.</summary>
    private const int MostSteps = 10;

    /// <summary>Null in a plan by weights.</summary>
    public static ManagedView? Of(RolloutState state, EndpointDescription? endpoint)
    {
        if (state.Plan.Managed is not { } managed)
        {
            return null;
        }

        var stand = state.Managed ?? new ManagedState();
        var alarms = GuardAlarms.Of(state.Id.Value, stand.ConfigName ?? "", state.Plan);
        var share = Share(state);
        var runs = state.Phase is RolloutPhase.Deploying;
        return new ManagedView(
            ManagedWords.Of(managed),
            ManagedStage.Of(state, endpoint),
            runs ? stand.Progress?.Message : null,
            new FleetLine("old fleet", state.Plan.ChampionModel ?? state.Plan.ChampionVariant, managed.OldConfig, false, OldInstances(state, endpoint), Rest(share)),
            new FleetLine("new fleet", state.Plan.Challenger.ModelName, stand.ConfigName ?? "not asked for yet", true, NewInstances(state, endpoint), share),
            Stations(state, managed, share),
            [
                .. alarms.Where(alarm => alarm.Rule is not AlarmRule.Abort).Select(alarm => Own(state, stand, alarm, alarm.Guardrail ?? "")),
                .. managed.ExtraAlarms.Select(name => Line(stand, name, "named by the team")),
            ],
            alarms.FirstOrDefault(alarm => alarm.Rule is AlarmRule.Abort) is { } abort ? Own(state, stand, abort, "set by a rollback, or by the console on a breach") : null,
            stand.RequestedAt,
            runs && stand.RequestedAt is { } requested ? requested + managed.MaximumExecution : null,
            managed.Warnings ?? []);
    }

    private static Percentage Share(RolloutState state) => state.Phase switch
    {
        RolloutPhase.Deploying or RolloutPhase.RollingBack => state.Managed?.Progress?.Share ?? (state.WeightsConfirmedAt is null ? Percentage.Zero : state.ChallengerShare),
        _ => state.ChallengerShare,
    };

    private static Percentage Rest(Percentage share) => Percentage.FromFraction(Math.Round(1 - share.Fraction, 6));

    private static string OldInstances(RolloutState state, EndpointDescription? endpoint) =>
        state.Managed?.Progress is { } progress && state.Phase is RolloutPhase.Deploying or RolloutPhase.RollingBack
            ? Count(progress.OldInstances)
            : endpoint is not null && state.Plan.Managed is { } managed && endpoint.ConfigName == managed.OldConfig && endpoint.Variant(state.Plan.ChampionVariant) is { } serving
                ? Count(serving.CurrentInstanceCount)
                : "no instances";

    private static string NewInstances(RolloutState state, EndpointDescription? endpoint) =>
        state.Managed?.Progress is { } progress && state.Phase is RolloutPhase.Deploying or RolloutPhase.RollingBack
            ? string.Create(CultureInfo.InvariantCulture, $"{progress.NewInstances} of {Count(progress.NewInstancesWanted)}")
            : endpoint is not null && endpoint.ConfigName == state.Managed?.ConfigName && endpoint.Variant(state.Plan.Challenger.VariantName) is { } serving
                ? Count(serving.CurrentInstanceCount)
                : "no instances";

    private static string Count(int instances) => CountText.Of(instances, "instance", "instances");

    // The console's own alarms go at the end; how they last stood would be news of the past.
    private static AlarmLine Own(RolloutState state, ManagedState stand, GuardAlarm alarm, string what) =>
        state.Task(RolloutTask.RemoveAlarms) is { Progress: TaskProgress.Done, Since: var removed }
            ? new AlarmLine(alarm.Name, what, new Badge("deleted", Tone.Idle, Glyph.Cross, "The rollout is over, and its alarms with it"), removed, null)
            : Line(stand, alarm.Name, what);

    private static AlarmLine Line(ManagedState stand, string name, string what)
    {
        var seen = (stand.Alarms ?? []).FirstOrDefault(alarm => string.Equals(alarm.Name, name, StringComparison.Ordinal));
        return new AlarmLine(name, what, ManagedStage.Of(seen?.State), seen?.Since, seen?.Reason);
    }

    private static List<(string Name, NodeState State)> Stations(RolloutState state, ManagedDeployment managed, Percentage share)
    {
        var step = managed.FirstShare(state.Plan.Challenger.InstanceCount).Fraction;
        List<double> shares = (managed.Kind, managed.Traffic) switch
        {
            (DeploymentKind.BlueGreen, TrafficShift.AllAtOnce) => [1],
            (DeploymentKind.BlueGreen, TrafficShift.Canary) => [step, 1],
            _ => [.. Enumerable.Range(1, managed.Bakes(state.Plan.Challenger.InstanceCount)).Select(taken => Math.Min(1, taken * step))],
        };
        var drawn = shares.Count <= MostSteps ? shares : [.. shares.Where((_, index) => index % ((shares.Count / MostSteps) + 1) == 0).Append(1)];
        var turned = state.Phase is RolloutPhase.RollingBack or RolloutPhase.RolledBack or RolloutPhase.Cancelled || state.Ending is RolloutPhase.RolledBack or RolloutPhase.Cancelled;
        return
        [
            .. drawn.Distinct().Select(one => (Percentage.FromFraction(Math.Round(one, 6)).ToString(), one - share.Fraction > 0.0005
                ? NodeState.Ahead
                : turned ? NodeState.Failed : share.Fraction - one < 0.0005 && state.Phase is RolloutPhase.Deploying ? NodeState.Now : NodeState.Done)),
        ];
    }
}
