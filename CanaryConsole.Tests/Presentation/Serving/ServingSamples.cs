using CanaryConsole.Core;
using CanaryConsole.Core.Rollouts;
using CanaryConsole.Core.Serving;

namespace CanaryConsole.Tests.Presentation.Serving;

/// <summary>Changes of an endpoint's traffic, at minutes of one hour.</summary>
internal static class ServingSamples
{
    public static readonly DateTimeOffset Start = new(2026, 11, 21, 2, 0, 0, TimeSpan.Zero);

    public static ServingChange Seen(double minute, double challengerPercent, int version = 1) => Change(minute, challengerPercent, ServingProof.ReadBack, version);

    public static ServingChange Ordered(double minute, double challengerPercent, int version = 1) => Change(minute, challengerPercent, ServingProof.Ordered, version);

    private static ServingChange Change(double minute, double challengerPercent, ServingProof proof, int version) => new(
        Start.AddMinutes(minute),
        proof,
        [
            .. new[]
            {
                new ServedVariant("champion", "media-ranker-v7", null, null, Percentage.FromPercent(100 - challengerPercent)),
                new ServedVariant("challenger-v8", "media-ranker-v8", "media-ranker", 8, Percentage.FromPercent(challengerPercent)),
            }.Where(served => served.Share > Percentage.Zero),
        ],
        "monitor",
        FormattableString.Invariant($"Weights read back: challenger {challengerPercent} %."),
        "rollout/media-ranker-20261121-1",
        version,
        new RolloutId("media-ranker-20261121-1"));
}
