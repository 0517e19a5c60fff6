using System.Text.RegularExpressions;
using CanaryConsole.Core.Hooks;

namespace CanaryConsole.Core.Rollouts;

/// <summary>The hooks of a plan, and which of them comes next.</summary>
internal static partial class PlanHooks
{
    private const int MaximumHooks = 10;
    private const double DefaultSeconds = 30;
    private const double LongestSeconds = 300;

    /// <summary>Null when the request has none. Whether their hosts are allowed is asked elsewhere: that changes, a plan does not.</summary>
    public static IReadOnlyList<Hook>? Of(RolloutRequest request)
    {
        if (request.Hooks is not { Count: > 0 } requested)
        {
            return null;
        }

        if (requested.Count > MaximumHooks)
        {
            throw RequestBounds.Invalid("hooks", $"hooks has {requested.Count} entries; at most {MaximumHooks} are possible.");
        }

        var hooks = requested.Select(One).ToList();
        var twice = hooks.GroupBy(hook => (hook.Moment, hook.Name)).FirstOrDefault(group => group.Count() > 1);
        return twice is null
            ? hooks
            : throw RequestBounds.Invalid("hooks", $"hooks has {twice.Count()} entries named \"{twice.Key.Name}\" of the same moment; names tell them apart.");
    }

    /// <summary>In the order in which they are asked.</summary>
    public static IEnumerable<Hook> InOrder(RolloutPlan plan) => (plan.Hooks ?? []).OrderBy(hook => hook.Moment);

    /// <summary>The next hook of this moment that has not answered; null when all have.</summary>
    public static Hook? Next(RolloutState state, HookMoment moment) =>
        InOrder(state.Plan).ElementAtOrDefault(state.Probes.HooksAnswered) is { } hook && hook.Moment == moment ? hook : null;

    /// <summary>The hook that was asked and has not answered; null when nobody is asked.</summary>
    public static Hook? Asked(RolloutState state) =>
        state.Probes.HookAskedAt is null ? null : InOrder(state.Plan).ElementAtOrDefault(state.Probes.HooksAnswered);

    private static Hook One(HookRequest requested, int index)
    {
        var field = $"hooks[{index}]";
        var name = requested.Name is { Length: > 0 } given ? given : $"hook-{index + 1}";
        if (!Name().IsMatch(name))
        {
            throw RequestBounds.Invalid($"{field}.name", $"{field}.name is \"{name}\"; a hook's name is 1 to 63 letters, digits and inner hyphens.");
        }

        return new Hook(
            name,
            requested.Moment ?? throw RequestBounds.Invalid($"{field}.moment", $"{field}.moment is missing; it must be beforeTraffic or afterTraffic."),
            requested.Url ?? throw RequestBounds.Invalid($"{field}.url", $"{field}.url is missing; it must be an https address."),
            TimeSpan.FromSeconds(RequestBounds.Within($"{field}.timeoutSeconds", requested.TimeoutSeconds, DefaultSeconds, 1, LongestSeconds)));
    }

    [GeneratedRegex("^[a-zA-Z0-9](-*[a-zA-Z0-9]){0,62}$")]
    private static partial Regex Name();
}
