using CanaryConsole.Core.Monitoring;

namespace CanaryConsole.Presentation;

/// <summary>A source that does not answer, as a page says it.</summary>
/// <param name="Since">When it stopped answering.</param>
/// <param name="Problem">Without a full stop, to stand within a sentence.</param>
public sealed record SourceTrouble(string Name, DateTimeOffset Since, string Problem)
{
    /// <summary>The failing ones, the longest failing first.</summary>
    public static IReadOnlyList<SourceTrouble> Of(MonitorSnapshot snapshot) =>
    [
        .. snapshot.Sources
            .Where(source => source.FailingSince is not null)
            .Select(source => new SourceTrouble(source.Name, source.FailingSince!.Value, (source.Problem ?? "it does not answer").TrimEnd('.'))) // Filtered for just above.
            .OrderBy(trouble => trouble.Since),
    ];
}
