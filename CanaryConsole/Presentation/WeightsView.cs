using System.Globalization;
using CanaryConsole.Core;
using CanaryConsole.Core.Monitoring;
using CanaryConsole.Core.Rollouts;

namespace CanaryConsole.Presentation;

/// <summary>What the console wants the shares to be, against what the endpoint shows.</summary>
/// <param name="Actual">"75.1 / 24.9"; null when the endpoint cannot be seen.</param>
/// <param name="Differs">The endpoint does not show the wanted shares (yet).</param>
/// <param name="Note">Who moves the shares.</param>
/// <param name="Load">Requests a second per instance of both sides, as a sentence; null when not known.</param>
public sealed record WeightsView(string ChampionVariant, string ChallengerVariant, Percentage Wanted, Percentage ActualChallenger, string? Actual, bool Differs, string? Load, string Note)
{
    /// <summary>Weights are floats on the wire; nearer than this is the same.</summary>
    private const double Tolerance = 0.0005;

    private static readonly TimeSpan Recent = TimeSpan.FromMinutes(2);

    public static WeightsView Of(RolloutState state, EndpointSnapshot? endpoint, bool movable)
    {
        var plan = state.Plan;
        var challenger = plan.Challenger.VariantName;
        var actual = endpoint?.Description.ShareOf(challenger) ?? Percentage.Zero;
        return new(
            plan.ChampionVariant,
            challenger,
            state.ChallengerShare,
            actual,
            endpoint is null ? null : ShareText.Split([endpoint.Description.ShareOf(plan.ChampionVariant), actual]),
            // What somebody else changed is told by its banner: nothing of ours is outstanding.
            !state.IsFinished && state.Divergence is null && endpoint is not null && Math.Abs(actual.Fraction - state.ChallengerShare.Fraction) > Tolerance,
            endpoint is null ? null : LoadOf(endpoint, plan.ChampionVariant, challenger),
            (state.IsFinished, movable) switch
            {
                (true, _) => "The rollout is over and no longer moves them.",
                (false, true) => "Moving a slider asks before it acts.",
                (false, false) => "The plan moves them in this phase.",
            });
    }

    private static string? LoadOf(EndpointSnapshot endpoint, string champion, string challenger) =>
        (PerInstance(endpoint, champion), PerInstance(endpoint, challenger)) switch
        {
            ({ } one, { } other) => Said($"{one} and {other} requests a second per instance."),
            ({ } one, null) => Said($"{one} requests a second per champion instance."),
            (null, { } other) => Said($"{other} requests a second per challenger instance."),
            _ => null,
        };

    private static string? PerInstance(EndpointSnapshot endpoint, string variant)
    {
        var windows = endpoint.History(variant)?.Windows;
        if (endpoint.Description.Variant(variant) is not { CurrentInstanceCount: > 0 } serving || windows is not { Count: > 0 })
        {
            return null;
        }

        var end = windows[^1].End;
        var recent = windows.Where(window => window.Start >= end - Recent).ToList();
        return recent.Count == 0
            ? null
            : RateText.Number(recent.Sum(window => window.Requests) / (end - recent[0].Start).TotalSeconds / serving.CurrentInstanceCount);
    }

    private static string Said(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
