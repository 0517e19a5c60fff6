namespace CanaryConsole.Sandbox.Topics;

/// <summary>A message on its way to an HTTP subscriber.</summary>
/// <param name="Members">The envelope's members in their order, still without a signature.</param>
/// <param name="RawBody">What is posted instead of the envelope, where the subscriber wants it so.</param>
internal sealed record PostedMessage(Subscription To, string Type, string MessageId, IReadOnlyDictionary<string, object> Members, string? RawBody);
