using CanaryConsole.Core.Registry;

namespace CanaryConsole.Core.Rollouts;

/// <summary>A model that can be deployed, with its registry package where one is known.</summary>
/// <param name="ToBeMade">The model does not exist yet and is made of the package.</param>
internal sealed record Candidate(RegisteredModel Model, ModelPackage? Package, bool ToBeMade = false);
