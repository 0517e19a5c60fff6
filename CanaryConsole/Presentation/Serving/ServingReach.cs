namespace CanaryConsole.Presentation.Serving;

/// <summary>How much time is shown around the moment.</summary>
public sealed record ServingReach(string Slug, string Text, TimeSpan Length)
{
    public static IReadOnlyList<ServingReach> All { get; } =
    [
        new("1h", "1 hour", TimeSpan.FromHours(1)),
        new("6h", "6 hours", TimeSpan.FromHours(6)),
        new("1d", "1 day", TimeSpan.FromDays(1)),
        new("7d", "7 days", TimeSpan.FromDays(7)),
    ];

    public static ServingReach Usual => All[1];

    /// <summary>What the address asks for; anything else is the usual.</summary>
    public static ServingReach Of(string? slug) => All.FirstOrDefault(reach => reach.Slug == slug) ?? Usual;

    /// <summary>The moment stands in the middle, unless that would reach into time that has not come.</summary>
    public (DateTimeOffset From, DateTimeOffset To) Around(DateTimeOffset at, DateTimeOffset now)
    {
        var to = at + (Length / 2) < now ? at + (Length / 2) : now;
        return (to - Length, to);
    }
}
