using CanaryConsole.Aws.SageMaker.Model;
using CanaryConsole.Core.Rollouts;
using CanaryConsole.Core.Storage;

namespace CanaryConsole.Tests.Schedules;

/// <summary>What must hold at every stored event, at every call and at the end, whatever happens.</summary>
internal sealed class Laws(ScheduleWorld world)
{
    private readonly Dictionary<string, RolloutState> _states = new(StringComparer.Ordinal);
    private readonly EvidenceLaw _evidence = new(world);
    private readonly SurroundingsLaw _surroundings = new(world);
    private string? _broken;

    /// <summary>The rollouts that were begun, as the store has them.</summary>
    public IReadOnlyDictionary<string, RolloutState> States => _states;

    /// <summary>The one rollout on the endpoint that has not ended; null when there is none.</summary>
    public RolloutState? Active => _states.Values.FirstOrDefault(state => !state.IsFinished);

    /// <summary>For what is found where an exception would be caught: the next check tells.</summary>
    public void Break(string how) => _broken ??= how;

    public void Check() => Require(_broken is null, _broken ?? "");

    public void Appended(IReadOnlyList<StoredEvent> batch) => Note(() => Append(batch));

    /// <summary>What a console asks of the cloud must have been decided, and the decision stored, before.</summary>
    public void Asked(Life life, object request) => Note(() => Ask(life, request));

    private void Append(IReadOnlyList<StoredEvent> batch)
    {
        foreach (var stored in batch)
        {
            var recorded = RolloutEventJson.FromStored(stored);
            var before = _states.GetValueOrDefault(stored.Stream);
            world.Story.Tell($"{stored.Stream[RolloutEventJson.StreamPrefix.Length..]} {stored.Version}: {recorded.Event} by {stored.Actor}");
            Require(before is null or { IsFinished: false }, $"{stored.Stream} has ended, and still {stored.Type} was stored.");
            Require(before is not null || Active is null, $"A second rollout began while {Active?.Id} is {Active?.Phase}.");
            Require(recorded.Version == (before?.Version ?? 0) + 1, $"{stored.Stream} jumps to version {recorded.Version}.");
            var state = _states[stored.Stream] = RolloutEvolution.Evolve(before, recorded);
            _evidence.Check(before, recorded, state);
            ReadBack(recorded.Event);
        }
    }

    private void Ask(Life life, object request)
    {
        if (request is not UpdateEndpointWeightsAndCapacitiesRequest { DesiredWeightsAndCapacities: { } desired } || desired.All(one => one.DesiredWeight is null))
        {
            return;
        }

        var sum = desired.Sum(one => (double)(one.DesiredWeight ?? 0));
        var share = desired.Where(one => one.VariantName == SimulatedCloud.Challenger).Sum(one => (double)(one.DesiredWeight ?? 0)) / sum;
        world.Story.Tell($"{life.Name} asks for {share:P2} to the challenger");

        // The way back needs nobody's leave.
        Require(share == 0 || (Active is { } state && Math.Abs(state.ChallengerShare.Fraction - share) < 0.001), $"{life.Name} asks for {share:P2}, which {Active?.Id} ({Active?.Phase}) does not want: {Active?.ChallengerShare}.");
    }

    public async Task EndAsync()
    {
        var verification = await new ChainVerifier(world.Store).VerifyAsync(CancellationToken.None);
        Require(verification.Breaks.Count == 0, string.Join(' ', verification.Breaks));
        Require(Active is null, $"{Active?.Id} never ended: {Active?.Phase}, {Active?.Reason}");
        foreach (var (stream, state) in _states)
        {
            var folded = RolloutEvolution.Fold(world.Store.Stream(stream).Select(RolloutEventJson.FromStored));
            Require(
                (folded.Version, folded.Phase, folded.Step, folded.ChallengerShare, folded.FinishedAt) == (state.Version, state.Phase, state.Step, state.ChallengerShare, state.FinishedAt),
                $"{stream} folds to something else than it was.");
            Require(!(world.Plan.IsBad && state.Phase is RolloutPhase.Completed), $"{stream} brought a bad challenger to everything.");
        }

        var last = _states.Values.LastOrDefault()?.Phase;
        var share = world.Cloud.ChallengerShare();
        Require(last is not RolloutPhase.RolledBack || share == 0, $"The rollout was rolled back, and the challenger has {share:P2}.");
        Require(last is not RolloutPhase.Completed || share == 1, $"The rollout was completed, and the challenger has {share:P2}.");
        _surroundings.CheckRestored(last);
    }

    public static void Require(bool holds, string broken)
    {
        if (!holds)
        {
            throw new LawBrokenException(broken);
        }
    }

    private void Note(Action check)
    {
        try
        {
            check();
        }
        catch (LawBrokenException broken)
        {
            Break(broken.Message);
        }
    }

    private void ReadBack(RolloutEvent happened)
    {
        var share = world.Cloud.ChallengerShare();
        Require(happened is not (RolloutEvent.RolledBack or RolloutEvent.TaskEvent.TrafficReturned) || share == 0, $"Rolled back is stored, and the challenger has {share:P2}.");
        Require(
            happened is not RolloutEvent.WeightsConfirmed confirmed || Math.Abs(confirmed.Share.Fraction - share) < 0.001,
            $"{happened} is stored, and the challenger has {share:P2}.");
    }
}
