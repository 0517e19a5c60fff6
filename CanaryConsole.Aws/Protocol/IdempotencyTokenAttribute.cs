namespace CanaryConsole.Aws.Protocol;

/// <summary>The service takes two requests with the same value for one; where the caller sets none, the client makes one up per call.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class IdempotencyTokenAttribute : Attribute;
