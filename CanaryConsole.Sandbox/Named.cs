using System.Diagnostics.CodeAnalysis;
using CanaryConsole.Sandbox.Protocol;

namespace CanaryConsole.Sandbox;

/// <summary>A bounded set of resources by name, refused in AWS's words.</summary>
internal sealed class Named<T>(string noun, Func<string, string> arn, int maximum = 1000)
    where T : class
{
    private readonly SortedDictionary<string, T> _byName = new(StringComparer.Ordinal);

    public IReadOnlyCollection<T> All => _byName.Values;

    public bool TryFind(string name, [NotNullWhen(true)] out T? resource) => _byName.TryGetValue(name, out resource);

    public T Find(string name) =>
        _byName.TryGetValue(name, out var resource) ? resource : throw AwsErrorException.Validation($"Could not find {noun} \"{arn(name)}\".");

    public void Add(string name, T resource)
    {
        RefuseExisting(name);
        _byName.Add(name, resource);
    }

    public void RefuseExisting(string name)
    {
        if (_byName.ContainsKey(name))
        {
            throw AwsErrorException.Validation($"Cannot create already existing {noun} \"{arn(name)}\".");
        }

        if (_byName.Count >= maximum)
        {
            throw new AwsErrorException("ResourceLimitExceeded", $"The account-level service limit of {maximum} for a resource of kind {noun} is reached.");
        }
    }

    public void Remove(string name)
    {
        Find(name);
        _byName.Remove(name);
    }
}
