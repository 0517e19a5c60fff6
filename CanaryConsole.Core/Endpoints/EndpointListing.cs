namespace CanaryConsole.Core.Endpoints;

/// <summary>One line of the endpoint list: enough to see whether a full description is due.</summary>
public sealed record EndpointListing(string Name, EndpointStatus Status, DateTimeOffset LastModified);
