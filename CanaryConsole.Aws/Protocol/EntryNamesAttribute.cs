namespace CanaryConsole.Aws.Protocol;

/// <summary>What the query protocol calls a map's keys and values, where it is not <c>key</c> and <c>value</c>.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class EntryNamesAttribute(string key, string value) : Attribute
{
    public string Key { get; } = key;

    public string Value { get; } = value;
}
