using CanaryConsole.Aws.SageMaker.Model;
using CanaryConsole.Sandbox.Behaviours;
using CanaryConsole.Sandbox.Endpoints;
using CanaryConsole.Sandbox.Faults;
using Endpoint = CanaryConsole.Sandbox.Endpoints.Endpoint;

namespace CanaryConsole.Sandbox.Metrics;

/// <summary>Writes requests into the metrics, and every ten seconds what they cost the instances.</summary>
internal sealed class MetricRecorder(MetricStore store, Dice dice)
{
    private const double IdleCpu = 6;
    private const double Cores = 4;
    private const double Memory = 38;

    /// <summary>What the faults in force do to a variant at a moment.</summary>
    public Func<string, string, DateTimeOffset, VariantTrouble> Trouble { get; set; } = static (_, _, _) => VariantTrouble.None;

    private readonly Dictionary<(string Endpoint, ProductionVariant Variant), TimeSpan> _busy = [];

    /// <summary>While a guardrail deployment runs two fleets, the metrics also tell which of their configs answered.</summary>
    public void Record(Endpoint endpoint, Fleet fleet, Variant variant, DateTimeOffset at, RequestOutcome outcome)
    {
        store.Record(
            endpoint.Name, variant.Name, at, outcome, Math.Max(1, variant.CurrentInstanceCount), fleet.Config.HasEnhancedMetrics, endpoint.ReportedConfig(fleet));
        var key = (endpoint.Name, variant.Definition);
        _busy[key] = _busy.GetValueOrDefault(key) + outcome.ModelLatency;
    }

    /// <summary>Closes the ten seconds that end at the given time.</summary>
    public void RecordUtilization(IEnumerable<Endpoint> endpoints, DateTimeOffset end)
    {
        foreach (var endpoint in endpoints.Where(endpoint => endpoint.IsServing))
        {
            foreach (var fleet in endpoint.Fleets)
            {
                foreach (var variant in fleet.All.Where(variant => variant.CurrentInstanceCount > 0))
                {
                    var busy = _busy.GetValueOrDefault((endpoint.Name, variant.Definition)) / MetricSeries.FinePeriod / variant.CurrentInstanceCount;
                    var trouble = Trouble(endpoint.Name, variant.Name, end - MetricSeries.FinePeriod);
                    var cpu = Math.Min(100 * Cores, Math.Max(trouble.LeastCpu, IdleCpu + (100 * busy))) * Jitter();
                    store.RecordUtilization(
                        endpoint.Name,
                        variant.Name,
                        end - MetricSeries.FinePeriod,
                        Math.Round(cpu, 1),
                        Math.Round(Math.Min(100, Math.Max(trouble.LeastMemory, Memory) * Jitter()), 1),
                        fleet.Config.HasEnhancedMetrics,
                        endpoint.ReportedConfig(fleet));
                }
            }
        }

        _busy.Clear();
    }

    private double Jitter() => 0.97 + (0.06 * dice.Uniform());
}
