using CanaryConsole.Core.Rollouts;

namespace CanaryConsole.Core.Templates;

/// <summary>A plan kept under a name, to be used again.</summary>
/// <param name="Name">1 to 63 lower-case letters, digits and inner hyphens.</param>
/// <param name="Version">Rises with each save; what earlier versions said stays in the log.</param>
/// <param name="Plan">Its endpoint is empty and its model unnamed where the template leaves them open.</param>
public sealed record Template(string Name, int Version, RolloutRequest Plan, DateTimeOffset SavedAt, string SavedBy);
