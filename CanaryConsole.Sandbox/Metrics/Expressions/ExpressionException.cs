namespace CanaryConsole.Sandbox.Metrics.Expressions;

/// <summary>An expression that has no meaning, or none here; the message is a sentence about it.</summary>
internal sealed class ExpressionException(string message) : Exception(message);
