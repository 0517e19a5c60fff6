using CanaryConsole.Core.Notifications;
using CanaryConsole.Core.Rollouts;
using CanaryConsole.Tests.Core.Rollouts;

namespace CanaryConsole.Tests.Core.Notifications;

public sealed class NotificationTextTests
{
    private const string Footer =
        "\n\nEndpoint: media-ranker\nRollout: r-1\nChallenger: challenger-9 (media-ranker-v9)\nAt: 2026-11-21 01:02:03 UTC, by ";

    private static readonly DateTimeOffset At = new(2026, 11, 21, 2, 2, 3, TimeSpan.FromHours(1));

    [Fact]
    public void For_AutomaticRollback_TellsTheReasonAndWhatEachGuardrailHadSeen()
    {
        var started = RolloutEventSamples.All.OfType<RolloutEvent.RollbackStarted>().Single();

        var notification = For(started);

        Assert.Equal(
            new Notification(
                "media-ranker: automatic rollback started",
                "Rolling back by itself: Error rate: 8 % of 1,000 requests failed; the limit is 1 %." + Footer
                + """
                monitor

                What each guardrail had seen:
                - Error rate (errors at most 1 %): breach. 8 % of 1,000 requests failed; the limit is 1 %. Challenger: 80 of 1,000 requests bad (8 %, 95 % interval 6.5 % to 9.8 %). Champion: 19 of 19,000 requests bad (0.1 %, 95 % interval 0.06 % to 0.16 %). 2 of 3 looks failed.
                - p99 latency (p99 at most 100 ms): inconclusive. 200 more requests are needed. Challenger: 2 of 1,000 requests bad (0.2 %, 95 % interval 0 % to 0.7 %), measured 58 ms. Champion: no requests. 0 of 3 looks failed.
                - Errors against champion (errors at most 1.5 times the champion's, observing only): no data. No window of challenger-9 has arrived. Challenger: no requests. Champion: no requests.
                - Errors against champion (errors at most 1.5 times the champion's, observing only): blind. CloudWatch did not answer in 10 s. Challenger: no requests. Champion: no requests.
                - Errors against champion (errors at most 1.5 times the champion's, observing only): healthy. No worse than the champion. Challenger: no requests. Champion: no requests.
                """.ReplaceLineEndings("\n")),
            notification);
    }

    [Fact]
    public void For_RollbackByAPerson_SaysWho()
    {
        var notification = For(new RolloutEvent.RollbackStarted("users complain.", Automatic: false, []), actor: "ann");

        Assert.Equal(new("media-ranker: rollback started by ann", "ann rolls back: users complain." + Footer + "ann"), notification);
    }

    [Fact]
    public void For_RolledBack_SaysThatItIsTrulyBackAndWhy()
    {
        var notification = For(new RolloutEvent.RolledBack(TimeSpan.FromSeconds(42.25)), cause: new("8 % of requests failed", true, []));

        Assert.Equal(
            new("media-ranker: rolled back", "All traffic is back on champion, read back after 42.3 s. Why: 8 % of requests failed." + Footer + "monitor"),
            notification);
    }

    [Theory]
    [InlineData("rolloutCompleted", "media-ranker: rollout completed", "challenger-9 (media-ranker-v9) serves all traffic, and its soak is over.")]
    [InlineData("attentionRequested", "media-ranker: a rollout needs attention", "Evidence has been missing for 5 minutes.")]
    [InlineData("rolloutPaused", "media-ranker: rollout paused by the console", "lunch.")]
    [InlineData("rolloutBlocked", "media-ranker: rollout blocked, a person is needed", "The cloud refused the weights: access denied.")]
    public void For_OtherEventsWorthTelling_IsOneSentence(string type, string subject, string sentence)
    {
        var sample = RolloutEventSamples.All.Single(candidate => RolloutEventJson.ToNew(candidate, At, "x").Type == type);

        Assert.Equal(new(subject, sentence + Footer + "monitor"), For(sample));
    }

    [Fact]
    public void For_PauseByAPerson_IsNothing() => Assert.Null(For(new RolloutEvent.RolloutPaused("lunch"), actor: "ann"));

    [Fact]
    public void MayMatter_AnyEvent_CoversAllThatIsTold()
    {
        foreach (var sample in RolloutEventSamples.All)
        {
            var matters = NotificationText.MayMatter(RolloutEventJson.ToNew(sample, At, "monitor").Type);

            Assert.Equal(matters, For(sample) is not null);
        }
    }

    [Fact]
    public void For_NoPlan_NamesTheRollout()
    {
        var notification = NotificationText.For(new("r-1"), null, new(2, At, "monitor", new RolloutEvent.RolledBack(TimeSpan.FromSeconds(1))), null);

        Assert.NotNull(notification);
        Assert.Equal("r-1: rolled back", notification.Subject);
        Assert.StartsWith("All traffic is back on the champion, read back after 1 s.", notification.Body, StringComparison.Ordinal);
    }

    [Fact]
    public void For_LongForeignNames_KeepsTheSubjectAsciiAndShort()
    {
        var notification = For(new RolloutEvent.RollbackStarted("x", Automatic: false, []), actor: "Jörg\r\n\U0001F600\u007f" + new string('a', 100));

        Assert.NotNull(notification);
        Assert.StartsWith("media-ranker: rollback started by J?rg ??aaa", notification.Subject, StringComparison.Ordinal);
        Assert.EndsWith("aaa...", notification.Subject, StringComparison.Ordinal);
        Assert.Equal(NotificationText.MaxSubject, notification.Subject.Length);
    }

    [Fact]
    public void For_EndlessReason_KeepsTheBodyShortAndWhole()
    {
        var notification = For(new RolloutEvent.AttentionRequested("!" + string.Concat(Enumerable.Repeat("\U0001F600", 10_000))));

        Assert.NotNull(notification);
        Assert.InRange(notification.Body.Length, NotificationText.MaxBody - 1, NotificationText.MaxBody);
        Assert.EndsWith("\U0001F600...", notification.Body, StringComparison.Ordinal);
    }

    private static Notification? For(RolloutEvent rolloutEvent, string actor = "monitor", RolloutEvent.RollbackStarted? cause = null) =>
        NotificationText.For(new("r-1"), RolloutEventSamples.Plan, new(7, At, actor, rolloutEvent), cause);
}
