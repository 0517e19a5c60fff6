namespace CanaryConsole.Core.Serving;

/// <summary>How an endpoint's traffic changed over a span of time.</summary>
/// <param name="AtStart">What was known when the span began.</param>
/// <param name="Changes">After <paramref name="From"/> up to <paramref name="To"/>, oldest first.</param>
/// <param name="IsCut">There were more changes than <see cref="IServingHistory.MostChanges"/>; the earliest are left out, and <paramref name="AtStart"/> is what stood before those that are here.</param>
public sealed record ServingSpan(string Endpoint, DateTimeOffset From, DateTimeOffset To, ServingMoment AtStart, IReadOnlyList<ServingChange> Changes, bool IsCut);
