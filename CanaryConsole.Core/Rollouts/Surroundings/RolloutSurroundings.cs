using CanaryConsole.Core.Endpoints;

namespace CanaryConsole.Core.Rollouts;

/// <summary>What a plan says about everything but the traffic: prepared before, put back after.</summary>
/// <param name="RollbackPolicy">How far a rollback or a cancel goes.</param>
/// <param name="KeepChampion">True leaves the champion's variant on the endpoint after the soak, at weight 0.</param>
/// <param name="WarmInstances">The champion's instances during the soak, at least 1; null keeps what it has.</param>
/// <param name="ChampionInstances">The champion's instances when this was planned.</param>
/// <param name="MakeModel">The challenger's model does not exist yet and is made of <paramref name="PackageArn"/>.</param>
/// <param name="PackageArn">The registry package behind the challenger, when there is one.</param>
/// <param name="ArtifactUri">Where the challenger's artifact lies, when that is known.</param>
/// <param name="Quarantine">After an automatic rollback the package is rejected and its artifact refused.</param>
/// <param name="QuarantineOverride">Why an artifact in quarantine is rolled out all the same.</param>
/// <param name="ArtifactOverride">Why an artifact is rolled out whether or not it keeps its contract.</param>
public sealed record RolloutSurroundings(
    RollbackPolicy RollbackPolicy,
    bool KeepChampion,
    int? WarmInstances,
    int ChampionInstances,
    bool MakeModel,
    string? PackageArn,
    string? ArtifactUri,
    bool Quarantine,
    string? QuarantineOverride = null,
    string? ArtifactOverride = null)
{
    /// <summary>The challenger's scaling at the end; null moves the champion's to it.</summary>
    public ChallengerScaling? Scaling { get; init; }

    /// <summary>What is captured from the challenger's configuration on; a sampling of 0 turns capture off, null leaves it as it is.</summary>
    public DataCapture? Capture { get; init; }

    /// <summary>Made for the challenger; null for none.</summary>
    public IReadOnlyList<ChallengerAlarm>? Alarms { get; init; }

    /// <summary>Written on what the rollout makes, beside the lineage; null for none.</summary>
    public IReadOnlyDictionary<string, string>? Tags { get; init; }

    /// <summary>Alarms that an earlier rollout made for the variant that is the champion now, and that go with it; null for none.</summary>
    public IReadOnlyList<string>? ChampionAlarms { get; init; }
}
