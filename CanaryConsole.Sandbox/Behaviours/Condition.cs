namespace CanaryConsole.Sandbox.Behaviours;

/// <summary>How many times as long as by nature a model takes, and which share of its requests fails.</summary>
internal readonly record struct Condition(double LatencyFactor, double ErrorRate);
