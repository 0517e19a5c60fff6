using System.Runtime.CompilerServices;
using System.Runtime.Loader;

namespace CanaryConsole.Tests.Components;

/// <summary>
/// bUnit was built against a later AngleSharp.Diffing than is at hand, so the runtime would refuse the older one by its version. Nothing here compares markup,
/// so any version will do: this hands over the file beside the tests when the runtime asks.
/// </summary>
internal static class AngleSharpDiffingShim
{
    private const string Name = "AngleSharp.Diffing";

    [ModuleInitializer]
    internal static void Install() => AssemblyLoadContext.Default.Resolving += (context, wanted) =>
        wanted.Name == Name ? context.LoadFromAssemblyPath(Path.Combine(AppContext.BaseDirectory, "shim", Name + ".dll")) : null;
}
