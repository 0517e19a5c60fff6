using CanaryConsole.Sandbox.Protocol;

namespace CanaryConsole.Sandbox.Registry;

/// <summary>The groups and packages of the model registry, found by name or ARN.</summary>
internal sealed class RegistryCatalog
{
    private const int MaximumGroups = 1000;
    private const int MaximumPackages = 10_000;

    private readonly List<PackageGroup> _groups = [];
    private readonly List<Package> _packages = [];

    public IReadOnlyList<PackageGroup> Groups => _groups;

    public IReadOnlyList<Package> Packages => _packages;

    public void Add(PackageGroup group)
    {
        if (_groups.Exists(existing => existing.Name == group.Name))
        {
            throw AwsErrorException.Validation($"Model Package Group already exists: {group.Arn}");
        }

        if (_groups.Count >= MaximumGroups)
        {
            throw Limit("model package groups", MaximumGroups);
        }

        _groups.Add(group);
    }

    public void Add(Package package)
    {
        if (_packages.Exists(existing => existing.Arn == package.Arn))
        {
            throw AwsErrorException.Validation($"Model Package already exists: {package.Arn}");
        }

        if (_packages.Count >= MaximumPackages)
        {
            throw Limit("model packages", MaximumPackages);
        }

        _packages.Add(package);
    }

    public void Remove(Package package) => _packages.Remove(package);

    public void Remove(PackageGroup group)
    {
        if (_packages.Exists(package => package.GroupName == group.Name))
        {
            throw new AwsErrorException("ConflictException", $"Model Package Group {group.Arn} cannot be deleted because it still contains Model Packages.");
        }

        _groups.Remove(group);
    }

    public PackageGroup Group(string nameOrArn) =>
        _groups.Find(group => group.Name == nameOrArn || IsArn(group.Arn, nameOrArn))
        ?? throw AwsErrorException.Validation($"Model Package Group {(IsArn(nameOrArn) ? nameOrArn : Arn.ModelPackageGroup(nameOrArn))} does not exist.");

    /// <summary>By ARN, by its own name, or as group/version.</summary>
    public Package Package(string nameOrArn) =>
        TryFind(nameOrArn)
        ?? throw AwsErrorException.Validation($"ModelPackage {(IsArn(nameOrArn) ? nameOrArn : Arn.ModelPackageName(nameOrArn))} does not exist.");

    public Package? TryFind(string nameOrArn) => _packages.Find(package =>
        IsArn(package.Arn, nameOrArn)
        || (package.GroupName is null ? package.Description.ModelPackageName : $"{package.GroupName}/{package.Version}") == nameOrArn);

    private static bool IsArn(string text) => text.StartsWith("arn:", StringComparison.Ordinal);

    private static bool IsArn(string arn, string text) => string.Equals(arn, text, StringComparison.OrdinalIgnoreCase);

    private static AwsErrorException Limit(string noun, int maximum) =>
        new("ResourceLimitExceeded", $"The account-level service limit of {maximum} {noun} is reached.");
}
