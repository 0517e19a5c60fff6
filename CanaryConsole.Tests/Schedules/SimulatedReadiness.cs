using CanaryConsole.Core.Readiness;

namespace CanaryConsole.Tests.Schedules;

/// <summary>Everything is there; now and then nobody can tell.</summary>
internal sealed class SimulatedReadiness(Weather weather) : IReadinessProbe
{
    public Task<IReadOnlyList<ReadinessCheck>> CheckAsync(ReadinessQuestion question, CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<ReadinessCheck>>(
    [
        weather.Strikes(Trouble.UnreachableCloud) || weather.Strikes(Trouble.DeniedCalls)
            ? ReadinessCheck.Unknown($"Endpoint config {question.ConfigName}", "nobody can tell")
            : ReadinessCheck.Passed($"Endpoint config {question.ConfigName}"),
    ]);
}
