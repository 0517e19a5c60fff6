using CanaryConsole.Core.Rollouts;

namespace CanaryConsole.Core.Reviews;

/// <summary>Where captured data is to go.</summary>
/// <param name="probes">None where the console cannot look.</param>
internal sealed class CaptureExaminer(IEnumerable<IDestinationProbe> probes) : IDryRunExaminer
{
    public IEnumerable<DryRunQuestion> Of(PreparedPlan prepared) =>
        prepared.Plan.Surroundings?.Capture is { Sampling: var sampling, Destination: { Length: > 0 } uri } && sampling > Percentage.Zero && probes.FirstOrDefault() is { } probe
            ? [new DryRunQuestion($"Capture to {uri}", async stop => [DryRunWords.Of(await probe.CheckAsync(uri, stop).ConfigureAwait(false))])]
            : [];
}
