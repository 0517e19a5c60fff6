using CanaryConsole.Sandbox.Models;

namespace CanaryConsole.Sandbox.Faults;

/// <summary>The model that a fault of a variant strikes; none where there is no such variant.</summary>
internal static class FaultyModels
{
    public static IEnumerable<Model> Of(World world, string endpoint, string variant) =>
        world.Endpoints.TryFind(endpoint, out var found) ? found.Variants.Where(one => one.Name == variant).Select(one => one.Model) : [];
}
