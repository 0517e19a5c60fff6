using CanaryConsole.Sandbox.Endpoints.Deployments;

namespace CanaryConsole.Sandbox.Endpoints;

/// <summary>What an endpoint is busy with, and when it next moves on.</summary>
internal abstract record EndpointChange(DateTimeOffset StartedAt)
{
    public abstract DateTimeOffset DueAt { get; }

    /// <summary>A change that ends at one moment.</summary>
    internal abstract record Single(DateTimeOffset StartedAt, DateTimeOffset EndsAt) : EndpointChange(StartedAt)
    {
        public override DateTimeOffset DueAt => EndsAt;
    }

    /// <summary>The first fleet starts.</summary>
    public sealed record Creation(DateTimeOffset StartedAt, DateTimeOffset EndsAt) : Single(StartedAt, EndsAt);

    /// <summary>Desired weights and instance counts become current.</summary>
    public sealed record Shift(DateTimeOffset StartedAt, DateTimeOffset EndsAt) : Single(StartedAt, EndsAt);

    public sealed record Deletion(DateTimeOffset StartedAt, DateTimeOffset EndsAt) : Single(StartedAt, EndsAt);

    /// <summary>A new fleet on another config takes over.</summary>
    public sealed record Update(Deployment Deployment) : EndpointChange(Deployment.StartedAt)
    {
        public override DateTimeOffset DueAt => Deployment.DueAt;
    }
}
