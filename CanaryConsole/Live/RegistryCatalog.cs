using CanaryConsole.Core.Registry;

namespace CanaryConsole.Live;

/// <summary>The model registry as read at one moment.</summary>
/// <param name="Groups">All groups there are, by name.</param>
/// <param name="Packages">Of the first <see cref="GroupLimit"/> groups, newest version first within a group.</param>
internal sealed record RegistryCatalog(IReadOnlyList<string> Groups, IReadOnlyList<ModelPackage> Packages, DateTimeOffset ReadAt)
{
    public const int GroupLimit = 50;
}
