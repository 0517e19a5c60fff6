namespace CanaryConsole.Core.Serving;

/// <summary>Which model each variant ran, and which package each model came from, as far as the events have said so far.</summary>
internal sealed class ModelOrigins
{
    private readonly Dictionary<string, string> _models = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (string Group, int? Version)> _packages = new(StringComparer.Ordinal);

    /// <summary>The statement with what earlier ones said of its variants, and remembers what it says itself.</summary>
    public ServingChange Complete(ServingChange statement)
    {
        foreach (var served in statement.Variants.Where(served => served.Model is not null))
        {
            _models[served.Variant] = served.Model!;
            if (served.PackageGroup is { } group)
            {
                _packages[served.Model!] = (group, served.PackageVersion);
            }
        }

        return statement with { Variants = [.. statement.Variants.Select(Complete)] };
    }

    private ServedVariant Complete(ServedVariant served)
    {
        var model = served.Model ?? _models.GetValueOrDefault(served.Variant);
        return model is not null && served.PackageGroup is null && _packages.TryGetValue(model, out var package)
            ? served with { Model = model, PackageGroup = package.Group, PackageVersion = package.Version }
            : served with { Model = model };
    }
}
