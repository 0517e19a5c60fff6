using CanaryConsole.Core.Guardrails;

namespace CanaryConsole.Core.Monitoring;

/// <summary>One reading, when somebody asks; a limit of its own.</summary>
/// <param name="source">None where the console can read request counts only.</param>
internal sealed class BaselineReader(TimeProvider clock, WallClock wall, ISignalSource? source = null) : IBaselineReader
{
    private static readonly TimeSpan Span = TimeSpan.FromMinutes(15);

    public async Task<IReadOnlyDictionary<string, SignalReading>> ReadAsync(
        string endpoint, string championVariant, TimeSpan period, IReadOnlyList<Guardrail> guardrails, CancellationToken cancellationToken)
    {
        var watched = guardrails.Where(guardrail => SignalWatch.IsWatched(guardrail.Rule)).DistinctBy(guardrail => guardrail.Name).ToList();
        if (watched.Count == 0 || source is null)
        {
            return new Dictionary<string, SignalReading>();
        }

        var at = clock.GetUtcNow();
        using var limit = new CancellationTokenSource(SignalWatch.Limit, wall.Time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            var answers = await source.ReadAsync(
                [.. watched.Select(guardrail => new SignalRequest(endpoint, championVariant, guardrail.Rule, at - Span, at, period))], either.Token).WaitAsync(either.Token).ConfigureAwait(false);
            return watched.Zip(answers).ToDictionary(pair => pair.First.Name, pair => pair.Second, StringComparer.Ordinal);
        }
        catch (CloudException failure)
        {
            return All(failure.Message);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return All($"CloudWatch did not answer within {SignalWatch.Limit.TotalSeconds:0} s.");
        }

        Dictionary<string, SignalReading> All(string problem) =>
            watched.ToDictionary(guardrail => guardrail.Name, _ => new SignalReading([], problem), StringComparer.Ordinal);
    }
}
