namespace CanaryConsole.Presentation.Fleet;

/// <summary>The fleet's four piles, in the order in which they deserve a look. An endpoint is in exactly one.</summary>
public enum FleetGroup
{
    Attention,
    RollingOut,
    Soaking,
    Quiet,
}

internal static class FleetGroups
{
    public static IReadOnlyList<FleetGroup> All { get; } = Enum.GetValues<FleetGroup>();

    public static string Label(this FleetGroup group) => group switch
    {
        FleetGroup.Attention => "need attention",
        FleetGroup.RollingOut => "rolling out",
        FleetGroup.Soaking => "soaking",
        FleetGroup.Quiet => "quiet",
    };

    /// <summary>Its name in the address.</summary>
    public static string Slug(this FleetGroup group) => group switch
    {
        FleetGroup.Attention => "attention",
        FleetGroup.RollingOut => "rolling-out",
        FleetGroup.Soaking => "soaking",
        FleetGroup.Quiet => "quiet",
    };

    public static FleetGroup? FromSlug(string? slug) => All.Cast<FleetGroup?>().FirstOrDefault(group => group!.Value.Slug() == slug); // Never null: cast from values.
}
