namespace CanaryConsole.Core.Rollouts;

/// <summary>What became of an input.</summary>
internal abstract record LedgerResult
{
    private LedgerResult()
    {
    }

    /// <param name="Happened">The new events; empty when the input changed nothing.</param>
    public sealed record Applied(RolloutState State, IReadOnlyList<RecordedRolloutEvent> Happened) : LedgerResult;

    public sealed record Refused(string Reason) : LedgerResult;

    public sealed record Unknown : LedgerResult;
}
