namespace CanaryConsole.Core.Rollouts;

/// <summary>How far the shadow stage has come.</summary>
/// <param name="Requests">How often the shadow variant was asked for.</param>
/// <param name="MayBePresent">It was asked for and has not been read back as gone: the rollout must not end before it is.</param>
/// <param name="Since">When it was read back; null before and after the stage.</param>
/// <param name="Removals">How often its removal was asked for.</param>
/// <param name="Evidence">What it had shown when it was judged; null before.</param>
/// <param name="IsOver">The stage has passed; the steps follow.</param>
public sealed record ShadowProgress(
    int Requests,
    DateTimeOffset? RequestedAt,
    bool MayBePresent,
    DateTimeOffset? Since,
    int Removals,
    DateTimeOffset? RemovalRequestedAt,
    ShadowEvidence? Evidence,
    bool IsOver)
{
    public static ShadowProgress None { get; } = new(0, null, false, null, 0, null, null, false);
}
