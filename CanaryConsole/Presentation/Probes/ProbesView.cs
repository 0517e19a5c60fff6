using CanaryConsole.Core.Hooks;
using CanaryConsole.Core.Rollouts;
using CanaryConsole.Core.SmokeTests;

namespace CanaryConsole.Presentation.Probes;

/// <summary>What was asked before and after traffic, and what came back: smoke tests by request, hooks by name.</summary>
public sealed record ProbesView(Badge SmokeTest, IReadOnlyList<SmokeLine> Requests, IReadOnlyList<HookLine> Hooks)
{
    /// <summary>Null before there is anything to show.</summary>
    public static ProbesView? Of(RolloutState state, IReadOnlyList<RecordedRolloutEvent> events)
    {
        var requests = events.Select(recorded => recorded.Event).OfType<RolloutEvent.ProbeEvent.SmokeTestAnswered>().Select(answered => SmokeLine.Of(answered.Exchange)).ToList();
        var hooks = (state.Plan.Hooks ?? []).OrderBy(hook => hook.Moment).Select(hook => HookLine.Of(hook, events)).ToList();
        return requests.Count == 0 && hooks.Count == 0 ? null : new ProbesView(SmokeTestOf(state, requests), requests, hooks);
    }

    private static Badge SmokeTestOf(RolloutState state, List<SmokeLine> requests) => requests switch
    {
        [] => new Badge("not sent yet", Tone.Idle, Glyph.Clock),
        _ when requests.Exists(request => request.Problem is not null) => new Badge("failed", Tone.Bad, Glyph.Cross),
        _ when state.Probes.SmokeTestPassed => new Badge($"{requests.Count} of {requests.Count} passed", Tone.Good, Glyph.Check),
        _ => new Badge(CountText.Of(requests.Count, "answer", "answers"), Tone.Idle, Glyph.Clock),
    };
}

/// <summary>One request of a smoke test with all that was recorded of it.</summary>
/// <param name="Facts">Status, time, size, as one line.</param>
public sealed record SmokeLine(string Name, string Facts, string? Problem, BodyText Sent, BodyText Answer)
{
    internal static SmokeLine Of(SmokeExchange exchange) => new(
        $"{exchange.Test ?? "smoke test"} · request {exchange.Request}",
        $"status {exchange.StatusCode} · {LatencyText.Of(exchange.Latency)}{(exchange.Tries > 1 ? $" · try {exchange.Tries}" : "")}",
        exchange.Problem,
        BodyText.Of(exchange.SentContentType, exchange.Sent),
        BodyText.Of(exchange.ContentType ?? "no content type", exchange.Answer));
}

/// <summary>A body as text, with what it was.</summary>
public sealed record BodyText(string Caption, string Text)
{
    internal static BodyText Of(string contentType, RecordedBody body) => new(
        $"{contentType} · {CountText.Of(body.Bytes, "byte", "bytes")}{(body.IsBase64 ? " · no text, shown as base64" : "")}{(body.IsCut ? " · the first 64 KB" : "")}",
        body.Text);
}

/// <summary>One hook and how it was answered.</summary>
public sealed record HookLine(string Name, string When, string Host, Badge State, string? Why)
{
    internal static HookLine Of(Hook hook, IReadOnlyList<RecordedRolloutEvent> events)
    {
        var answer = events.Select(recorded => recorded.Event).OfType<RolloutEvent.ProbeEvent.HookAnswered>()
            .FirstOrDefault(answered => answered.Name == hook.Name && answered.Moment == hook.Moment)?.Answer;
        var asked = events.Any(recorded => recorded.Event is RolloutEvent.ProbeEvent.HookAsked asking && asking.Name == hook.Name && asking.Moment == hook.Moment);
        return new(
            hook.Name,
            hook.Moment is HookMoment.BeforeTraffic ? "before traffic" : "after 100 %",
            Uri.TryCreate(hook.Url, UriKind.Absolute, out var url) ? url.Authority : hook.Url,
            (answer, asked) switch
            {
                ({ Proceed: true }, _) => new Badge($"yes, {LatencyText.Of(answer.Took)}", Tone.Good, Glyph.Check),
                ({ }, _) => new Badge("no", Tone.Bad, Glyph.Cross),
                (null, true) => new Badge("asked", Tone.Info, Glyph.Clock),
                _ => new Badge("not asked yet", Tone.Idle, Glyph.Clock),
            },
            answer?.Reason);
    }
}
