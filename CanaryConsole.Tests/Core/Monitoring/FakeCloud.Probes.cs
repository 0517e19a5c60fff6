using CanaryConsole.Core.Readiness;

namespace CanaryConsole.Tests.Core.Monitoring;

/// <summary>Everything that a step needs is there, unless <see cref="Missing"/> names it.</summary>
internal sealed partial class FakeCloud : IReadinessProbe
{
    /// <summary>What the probe does not find.</summary>
    public List<ReadinessCheck> Missing { get; } = [];

    /// <summary>Set, the probe does not answer before it is done.</summary>
    public TaskCompletionSource? Probed { get; set; }

    public void ScaleChampion(int instances) => Change(
        _endpoint.Status, variant => variant.Name == "champion" ? variant with { CurrentInstanceCount = instances, DesiredInstanceCount = instances } : variant);

    public async Task<IReadOnlyList<ReadinessCheck>> CheckAsync(ReadinessQuestion question, CancellationToken cancellationToken)
    {
        Called("Readiness");
        if (Probed is { } probed)
        {
            await probed.Task.WaitAsync(cancellationToken);
        }

        return Missing.Count > 0 ? [.. Missing] : [ReadinessCheck.Passed($"Endpoint config {question.ConfigName}")];
    }

    public Task<IReadOnlyList<ReadinessCheck>> CheckModelAsync(ModelQuestion question, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<ReadinessCheck>>([ReadinessCheck.Passed($"Model {question.Model}")]);
}
