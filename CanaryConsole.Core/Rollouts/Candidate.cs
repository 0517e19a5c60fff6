using CanaryConsole.Core.Registry;

namespace CanaryConsole.Core.Rollouts;

/// <summary>A model that can be deployed, with its registry package where one is known.</summary>
internal sealed record Candidate(RegisteredModel Model, ModelPackage? Package);
