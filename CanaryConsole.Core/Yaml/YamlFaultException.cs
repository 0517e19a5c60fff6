namespace CanaryConsole.Core.Yaml;

/// <summary>Leaves the reading of a document at the first thing wrong with it; never leaves this folder.</summary>
internal sealed class YamlFaultException(int? line, string? field, string reason) : Exception(reason)
{
    public int? Line { get; } = line;

    public string? Field { get; } = field;
}
