using System.Globalization;
using System.Text;
using CanaryConsole.Core.Rollouts;

namespace CanaryConsole.Core.Notifications;

/// <summary>What people are told about a rollout's events, and which events are worth telling.</summary>
internal static class NotificationText
{
    public const int MaxSubject = 100;
    public const int MaxBody = 16_000;

    /// <summary>Whether an event of this wire name may be worth telling; <see cref="For"/> has the last word.</summary>
    public static bool MayMatter(string type) => type
        is "rollbackStarted" or "trafficReturned" or "rolledBack" or "rolloutCompleted" or "attentionRequested" or "rolloutPaused" or "rolloutBlocked";

    /// <param name="plan">Null when the stream does not begin with one.</param>
    /// <param name="cause">The rollback that the event belongs to, for an event that ends one.</param>
    /// <returns>Null for an event that nobody needs to be told.</returns>
    public static Notification? For(RolloutId id, RolloutPlan? plan, RecordedRolloutEvent recorded, RolloutEvent.RollbackStarted? cause)
    {
        var champion = plan?.ChampionVariant ?? "the champion";
        var challenger = plan is null ? "the challenger" : $"{plan.Challenger.VariantName} ({plan.Challenger.ModelName})";
        return recorded.Event switch
        {
            RolloutEvent.RollbackStarted { Automatic: true } started => Build("automatic rollback started", Sentence($"Rolling back by itself: {started.Reason}"), started),
            RolloutEvent.RollbackStarted started => Build($"rollback started by {recorded.Actor}", Sentence($"{recorded.Actor} rolls back: {started.Reason}"), started),
            RolloutEvent.TaskEvent.TrafficReturned returned => Back(returned.Took),
            // Told when the traffic was back; the rest is no news at night.
            RolloutEvent.RolledBack { Restored: true } => null,
            RolloutEvent.RolledBack done => Back(done.Took),
            RolloutEvent.RolloutCompleted => Build("rollout completed", $"{challenger} serves all traffic, and its soak is over."),
            RolloutEvent.AttentionRequested asked => Build("a rollout needs attention", Sentence(asked.Why)),
            // A person who pauses knows it already.
            RolloutEvent.RolloutPaused paused when recorded.Actor == "monitor" => Build("rollout paused by the console", Sentence(paused.Reason)),
            RolloutEvent.RolloutBlocked blocked => Build("rollout blocked, a person is needed", Sentence(blocked.Reason)),
            _ => null,
        };

        Notification Back(TimeSpan took) => Build(
            "rolled back",
            string.Create(CultureInfo.InvariantCulture, $"All traffic is back on {champion}, read back after {took.TotalSeconds:0.#} s.")
                + (cause is null ? "" : " " + Sentence($"Why: {cause.Reason}")));

        Notification Build(string what, string sentence, RolloutEvent.RollbackStarted? started = null)
        {
            var body = new StringBuilder()
                .AppendLine(sentence)
                .AppendLine()
                .AppendLine(CultureInfo.InvariantCulture, $"Endpoint: {plan?.Endpoint ?? "unknown"}")
                .AppendLine(CultureInfo.InvariantCulture, $"Rollout: {id}")
                .AppendLine(CultureInfo.InvariantCulture, $"Challenger: {challenger}")
                .AppendLine(CultureInfo.InvariantCulture, $"At: {recorded.At.UtcDateTime:yyyy-MM-dd HH:mm:ss} UTC, by {recorded.Actor}");
            if (started is { Evidence.Count: > 0 })
            {
                body.AppendLine().AppendLine("What each guardrail had seen:");
                foreach (var assessment in started.Evidence)
                {
                    body.AppendLine(EvidenceText.Line(assessment));
                }
            }

            return new(Subject($"{plan?.Endpoint ?? id.Value}: {what}"), Cut(body.ToString().ReplaceLineEndings("\n").TrimEnd(), MaxBody));
        }
    }

    /// <summary>Reasons come with and without a full stop.</summary>
    public static string Sentence(string text) => text.TrimEnd().TrimEnd('.') + ".";

    // Mail subjects are ASCII: anything else becomes a question mark, a line break a space.
    internal static string Subject(string text) => Cut(
        string.Concat(text.ReplaceLineEndings(" ").EnumerateRunes().Select(rune => rune.Value is >= ' ' and <= '~' ? (char)rune.Value : '?')),
        MaxSubject);

    internal static string Cut(string text, int length)
    {
        if (text.Length <= length)
        {
            return text;
        }

        var end = length - 3;
        return text[..(char.IsHighSurrogate(text[end - 1]) ? end - 1 : end)] + "...";
    }
}
