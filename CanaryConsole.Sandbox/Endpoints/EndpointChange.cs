namespace CanaryConsole.Sandbox.Endpoints;

/// <summary>What an endpoint is busy with, and when it will be done.</summary>
internal abstract record EndpointChange(DateTimeOffset StartedAt, DateTimeOffset DueAt)
{
    /// <summary>The first fleet starts.</summary>
    public sealed record Creation(DateTimeOffset StartedAt, DateTimeOffset DueAt) : EndpointChange(StartedAt, DueAt);

    /// <summary>Desired weights and instance counts become current.</summary>
    public sealed record Shift(DateTimeOffset StartedAt, DateTimeOffset DueAt) : EndpointChange(StartedAt, DueAt);

    /// <summary>A new fleet on another config takes over.</summary>
    public sealed record Replacement(DateTimeOffset StartedAt, DateTimeOffset DueAt, EndpointConfig Config, IReadOnlyList<Variant> Variants)
        : EndpointChange(StartedAt, DueAt);

    public sealed record Deletion(DateTimeOffset StartedAt, DateTimeOffset DueAt) : EndpointChange(StartedAt, DueAt);
}
