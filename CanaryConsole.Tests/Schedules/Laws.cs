using CanaryConsole.Aws.SageMaker.Model;
using CanaryConsole.Core.Rollouts;
using CanaryConsole.Core.Storage;

namespace CanaryConsole.Tests.Schedules;

/// <summary>What must hold at every stored event, at every call and at the end, whatever happens.</summary>
internal sealed class Laws(ScheduleWorld world)
{
    private readonly Dictionary<string, RolloutState> _states = new(StringComparer.Ordinal);
    private readonly EvidenceLaw _evidence = new(world);

    /// <summary>The rollouts that were begun, as the store has them.</summary>
    public IReadOnlyDictionary<string, RolloutState> States => _states;

    /// <summary>The one rollout on the endpoint that has not ended; null when there is none.</summary>
    public RolloutState? Active => _states.Values.FirstOrDefault(state => !state.IsFinished);

    public void Appended(IReadOnlyList<StoredEvent> batch)
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

    /// <summary>What a console asks of the cloud must have been decided, and the decision stored, before.</summary>
    public void Asked(Life life, object request)
    {
        if (request is not UpdateEndpointWeightsAndCapacitiesRequest { DesiredWeightsAndCapacities: { } desired })
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
            Require(RolloutEvolution.Fold(world.Store.Stream(stream).Select(RolloutEventJson.FromStored)) with { Plan = state.Plan } == state, $"{stream} folds to something else than it was.");
            Require(!(world.Plan.IsBad && state.Phase is RolloutPhase.Completed), $"{stream} brought a bad challenger to everything.");
        }

        var (share, instances) = (world.Cloud.ChallengerShare(), world.Cloud.Look(endpoint => endpoint.Variants.Where(one => one.Name == SimulatedCloud.Champion).Sum(one => one.DesiredInstanceCount)));
        Require(_states.Values.All(state => state.Phase is not RolloutPhase.RolledBack) || share == 0, $"The rollout was rolled back, and the challenger has {share:P2}.");
        Require(instances >= SimulatedCloud.Instances || _states.Values.Any(state => state.Phase is RolloutPhase.Completed), $"The champion is left with {instances} instances.");
    }

    public static void Require(bool holds, string broken)
    {
        if (!holds)
        {
            throw new LawBrokenException(broken);
        }
    }

    private void ReadBack(RolloutEvent happened)
    {
        var share = world.Cloud.ChallengerShare();
        Require(happened is not RolloutEvent.RolledBack || share == 0, $"Rolled back is stored, and the challenger has {share:P2}.");
        Require(
            happened is not RolloutEvent.WeightsConfirmed confirmed || Math.Abs(confirmed.Share.Fraction - share) < 0.001,
            $"{happened} is stored, and the challenger has {share:P2}.");
    }
}
