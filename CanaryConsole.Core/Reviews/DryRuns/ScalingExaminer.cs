using CanaryConsole.Core.Endpoints;
using CanaryConsole.Core.Rollouts;

namespace CanaryConsole.Core.Reviews;

/// <summary>Scaling has to be readable, or it could not be given back.</summary>
internal sealed class ScalingExaminer(IScalingControl scaling) : IDryRunExaminer
{
    public IEnumerable<DryRunQuestion> Of(PreparedPlan prepared)
    {
        var name = $"Scaling of {prepared.Plan.Endpoint}";
        return [new DryRunQuestion(name, async stop =>
        {
            var read = await scaling.ReadAsync(prepared.Plan.Endpoint, [.. prepared.Endpoint.Variants.Select(variant => variant.Name)], stop).ConfigureAwait(false);
            return [new DryRunCheck(name, DryRunResult.Passed, read.Count == 0 ? "No variant scales by itself." : null)];
        })];
    }
}
