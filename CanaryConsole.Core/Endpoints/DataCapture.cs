namespace CanaryConsole.Core.Endpoints;

/// <summary>Data capture that is on: where an endpoint writes its requests and answers, and how many of them.</summary>
/// <param name="Destination">As in "s3://bucket/prefix".</param>
public sealed record DataCapture(string Destination, Percentage Sampling);
