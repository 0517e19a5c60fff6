namespace CanaryConsole.Presentation;

/// <summary>One point of a line.</summary>
/// <param name="At">Unix milliseconds, the end of the metric window.</param>
/// <param name="Value">Null where there is nothing to say: a gap in the line.</param>
/// <param name="Provisional">The window may still change.</param>
public readonly record struct ChartPoint(long At, double? Value, bool Provisional);

/// <summary>A vertical line with a word.</summary>
public sealed record ChartMarker(long At, string Label);

/// <summary>A level that must not be crossed.</summary>
public sealed record ChartLimit(double Value, string Label);

/// <summary>One chart: both lines over the same time.</summary>
/// <param name="Ceiling">Where the axis ends; null to end it above the highest point.</param>
/// <param name="StaleSince">When the newest window was read, if the source has not answered since; null while it does.</param>
/// <param name="Summary">The chart in words, for those who do not see it.</param>
public sealed record ChartView(
    string Id,
    string Title,
    string Unit,
    IReadOnlyList<ChartPoint> Champion,
    IReadOnlyList<ChartPoint> Challenger,
    ChartLimit? Limit,
    double? Ceiling,
    string ChampionNow,
    string ChallengerNow,
    DateTimeOffset? StaleSince,
    string Summary);

/// <summary>All charts of a rollout at one moment.</summary>
/// <param name="From">Where the rollout's time begins.</param>
/// <param name="To">Now, or where the rollout's time ended.</param>
public sealed record ChartFrame(IReadOnlyList<ChartView> Views, IReadOnlyList<ChartMarker> Markers, DateTimeOffset From, DateTimeOffset To);
