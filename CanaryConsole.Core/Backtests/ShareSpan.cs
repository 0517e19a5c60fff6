using CanaryConsole.Core.Rollouts;

namespace CanaryConsole.Core.Backtests;

/// <summary>A time in which a past rollout's challenger held one share.</summary>
internal sealed record ShareSpan(Percentage Share, DateTimeOffset From, DateTimeOffset To)
{
    /// <summary>As read back, up to the decision that ended it; none for a rollout whose challenger never had traffic.</summary>
    public static IReadOnlyList<ShareSpan> Of(IReadOnlyList<RecordedRolloutEvent> events)
    {
        var spans = new List<ShareSpan>();
        (Percentage Share, DateTimeOffset From)? open = null;
        foreach (var recorded in events)
        {
            switch (recorded.Event)
            {
                case RolloutEvent.WeightsConfirmed confirmed:
                    Close(recorded.At);
                    open = confirmed.Share > Percentage.Zero ? (confirmed.Share, recorded.At) : null;
                    break;
                case RolloutEvent.RollbackStarted or RolloutEvent.RolloutCompleted or RolloutEvent.RolloutCancelled:
                    Close(recorded.At);
                    return spans;
            }
        }

        return spans;

        void Close(DateTimeOffset at)
        {
            if (open is { } span && at > span.From)
            {
                spans.Add(new ShareSpan(span.Share, span.From, at));
            }

            open = null;
        }
    }
}
