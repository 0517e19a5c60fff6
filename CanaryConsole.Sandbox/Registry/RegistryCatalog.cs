using CanaryConsole.Sandbox.Protocol;

namespace CanaryConsole.Sandbox.Registry;

/// <summary>The groups and packages of the model registry, found by name or ARN: in one step, however many there are.</summary>
internal sealed class RegistryCatalog
{
    private const int MaximumGroups = 1000;
    private const int MaximumPackages = 10_000;

    private readonly List<PackageGroup> _groups = [];
    private readonly Dictionary<string, PackageGroup> _groupsByName = new(StringComparer.Ordinal);
    private readonly Dictionary<string, PackageGroup> _groupsByArn = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<Package> _packages = [];
    private readonly Dictionary<string, List<Package>> _packagesByGroup = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Package> _packagesByArn = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, Package> _packagesByName = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Package> _packagesByToken = new(StringComparer.Ordinal);

    public IReadOnlyList<PackageGroup> Groups => _groups;

    public IReadOnlyList<Package> Packages => _packages;

    /// <summary>A group's versions in the order of their numbers.</summary>
    public IReadOnlyList<Package> PackagesOf(PackageGroup group) => _packagesByGroup.GetValueOrDefault(group.Name) ?? [];

    public void Add(PackageGroup group)
    {
        if (_groupsByName.ContainsKey(group.Name))
        {
            throw AwsErrorException.Validation($"Model Package Group already exists: {group.Arn}");
        }

        if (_groups.Count >= MaximumGroups)
        {
            throw Limit("model package groups", MaximumGroups);
        }

        _groups.Add(group);
        _groupsByName.Add(group.Name, group);
        _groupsByArn.Add(group.Arn, group);
    }

    public void Add(Package package)
    {
        if (_packagesByArn.ContainsKey(package.Arn))
        {
            throw AwsErrorException.Validation($"Model Package already exists: {package.Arn}");
        }

        if (_packages.Count >= MaximumPackages)
        {
            throw Limit("model packages", MaximumPackages);
        }

        _packages.Add(package);
        _packagesByArn.Add(package.Arn, package);
        _packagesByName[Name(package)] = package;
        if (package.ClientToken is { } token)
        {
            _packagesByToken.TryAdd(token, package);
        }

        if (package.GroupName is { } group)
        {
            if (!_packagesByGroup.TryGetValue(group, out var versions))
            {
                _packagesByGroup.Add(group, versions = []);
            }

            versions.Add(package);
        }
    }

    public void Remove(Package package)
    {
        _packages.Remove(package);
        _packagesByArn.Remove(package.Arn);
        _packagesByName.Remove(Name(package));
        if (package.ClientToken is { } token)
        {
            _packagesByToken.Remove(token);
        }

        if (package.GroupName is { } group)
        {
            _packagesByGroup[group].Remove(package);
        }
    }

    public void Remove(PackageGroup group)
    {
        if (PackagesOf(group).Count > 0)
        {
            throw new AwsErrorException("ConflictException", $"Model Package Group {group.Arn} cannot be deleted because it still contains Model Packages.");
        }

        _groups.Remove(group);
        _groupsByName.Remove(group.Name);
        _groupsByArn.Remove(group.Arn);
    }

    public PackageGroup Group(string nameOrArn) =>
        _groupsByName.GetValueOrDefault(nameOrArn)
        ?? _groupsByArn.GetValueOrDefault(nameOrArn)
        ?? throw AwsErrorException.Validation($"Model Package Group {(IsArn(nameOrArn) ? nameOrArn : Arn.ModelPackageGroup(nameOrArn))} does not exist.");

    /// <summary>By ARN, by its own name, or as group/version.</summary>
    public Package Package(string nameOrArn) =>
        TryFind(nameOrArn)
        ?? throw AwsErrorException.Validation($"ModelPackage {(IsArn(nameOrArn) ? nameOrArn : Arn.ModelPackageName(nameOrArn))} does not exist.");

    public Package? TryFind(string nameOrArn) => _packagesByArn.GetValueOrDefault(nameOrArn) ?? _packagesByName.GetValueOrDefault(nameOrArn);

    /// <summary>What an earlier request with the same token made.</summary>
    public Package? MadeWith(string? clientToken) => clientToken is null ? null : _packagesByToken.GetValueOrDefault(clientToken);

    private static string Name(Package package) => package.GroupName is null ? package.Description.ModelPackageName! : $"{package.GroupName}/{package.Version}";

    private static bool IsArn(string text) => text.StartsWith("arn:", StringComparison.Ordinal);

    private static AwsErrorException Limit(string noun, int maximum) =>
        new("ResourceLimitExceeded", $"The account-level service limit of {maximum} {noun} is reached.");
}
