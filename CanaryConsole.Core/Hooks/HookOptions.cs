namespace CanaryConsole.Core.Hooks;

/// <summary>Section "Hooks": whom a rollout may ask. Without both settings every plan with hooks is refused.</summary>
public sealed class HookOptions
{
    public const string Section = "Hooks";

    /// <summary>Shorter keys can be guessed.</summary>
    public const int LeastKeyLength = 32;

    /// <summary>Hosts separated by semicolons, each with a port where it is not 443, as in "hooks.example.com;deploy.example.com:8443".</summary>
    public string AllowedHosts { get; init; } = "";

    /// <summary>The secret that signs every call; at least 32 characters. Never shown or logged.</summary>
    public string SigningKey { get; init; } = "";
}
