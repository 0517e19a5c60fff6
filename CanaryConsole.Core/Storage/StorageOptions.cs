namespace CanaryConsole.Core.Storage;

/// <summary>Section "Storage".</summary>
public sealed class StorageOptions
{
    public const string Section = "Storage";

    /// <summary>The SQLite file; empty for canaryconsole.db in the user's data folder.</summary>
    public string Path { get; init; } = "";
}
