namespace CanaryConsole.Core.Guardrails;

/// <summary>What a guardrail on a metric, a resource or an alarm has seen of the current share.</summary>
/// <param name="Latest">The newest value, provisional or not; null before the first.</param>
/// <param name="Limit">In the unit of the values; null for an alarm.</param>
/// <param name="Unit">Of the values and the limit.</param>
/// <param name="Points">Ascending; at most <see cref="MostPoints"/>, the newest.</param>
public sealed record SignalEvidence(double? Latest, double? Limit, MetricUnit Unit, IReadOnlyList<SignalPoint> Points)
{
    public const int MostPoints = 120;
}
