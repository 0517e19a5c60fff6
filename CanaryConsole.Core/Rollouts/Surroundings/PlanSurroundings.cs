using CanaryConsole.Core.Endpoints;

namespace CanaryConsole.Core.Rollouts;

/// <summary>What a request says about everything but the traffic.</summary>
internal static class PlanSurroundings
{
    private const int MostReason = 1_000;

    public static RolloutSurroundings Of(RolloutRequest request, VariantDescription champion, Candidate candidate)
    {
        var instances = Math.Max(1, champion.CurrentInstanceCount);
        return new RolloutSurroundings(
            request.RollbackPolicy ?? RollbackPolicy.TrafficOnly,
            request.KeepChampion,
            request.WarmInstances is null ? null : RequestBounds.Within("warmInstances", request.WarmInstances, instances, 1, instances),
            instances,
            candidate.ToBeMade,
            candidate.Package?.Arn ?? candidate.Model.PackageArn,
            candidate.Model.ArtifactUri ?? candidate.Package?.ArtifactUri,
            request.Quarantine,
            Reason("overrideQuarantine", request.OverrideQuarantine),
            Reason(ArtifactCheck.OverrideField, request.OverrideArtifact));
    }

    private static string? Reason(string field, string? reason) => reason is { Length: > MostReason }
        ? throw RequestBounds.Invalid(field, $"{field} has {reason.Length} characters; at most {MostReason} are possible.")
        : reason;
}
