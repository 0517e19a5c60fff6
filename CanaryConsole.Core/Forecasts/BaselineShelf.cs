using System.Text.Json;
using CanaryConsole.Core.Guardrails;
using CanaryConsole.Core.Monitoring;

namespace CanaryConsole.Core.Forecasts;

/// <summary>What guardrails on metrics, resources and alarms lately read of the champion; read anew after a minute. Safe for any number of threads.</summary>
internal sealed class BaselineShelf(IBaselineReader reader, TimeProvider clock)
{
    private const int MostKept = 100;

    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(1);

    private readonly Lock _gate = new();
    private readonly Dictionary<string, (DateTimeOffset At, IReadOnlyDictionary<string, SignalReading> Readings)> _kept = new(StringComparer.Ordinal);

    /// <summary>By the guardrails' names; null where they must be read first.</summary>
    public IReadOnlyDictionary<string, SignalReading>? Find(PlanOutline outline)
    {
        if (!outline.Guardrails.Any(guardrail => SignalWatch.IsWatched(guardrail.Rule)))
        {
            return new Dictionary<string, SignalReading>();
        }

        var key = Key(outline);
        lock (_gate)
        {
            return _kept.TryGetValue(key, out var kept) && clock.GetUtcNow() - kept.At < Fresh ? kept.Readings : null;
        }
    }

    public async Task ReadAsync(PlanOutline outline, string championVariant, TimeSpan period, CancellationToken cancellationToken)
    {
        if (Find(outline) is not null)
        {
            return;
        }

        var readings = await reader.ReadAsync(outline.Endpoint, championVariant, period, outline.Guardrails, cancellationToken).ConfigureAwait(false);
        lock (_gate)
        {
            if (_kept.Count >= MostKept)
            {
                _kept.Remove(_kept.MinBy(kept => kept.Value.At).Key);
            }

            _kept[Key(outline)] = (clock.GetUtcNow(), readings);
        }
    }

    // Two outlines with the same watched rules read the same, whatever else differs.
    private static string Key(PlanOutline outline) => JsonSerializer.Serialize(
        new
        {
            outline.Endpoint,
            outline.ChampionVariant,
            Watched = outline.Guardrails.Where(guardrail => SignalWatch.IsWatched(guardrail.Rule)).Select(guardrail => new { guardrail.Name, guardrail.Rule }),
        });
}
