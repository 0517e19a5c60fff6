using Microsoft.Extensions.Options;

namespace CanaryConsole.Core.Hooks;

/// <summary>Whether an address may be called at all: asked when a rollout is planned, and again before every call.</summary>
internal sealed class HookRules(IOptions<HookOptions> options)
{
    private static readonly char[] Separators = [';'];

    /// <summary>Hosts as "name:port", lower case.</summary>
    private HashSet<string> Allowed => options.Value.AllowedHosts
        .Split(Separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .Select(WithPort)
        .ToHashSet(StringComparer.Ordinal);

    /// <summary>Null when hooks can be called in general; else a clause that names the setting.</summary>
    public string? Disabled() => (Allowed.Count, options.Value.SigningKey.Length) switch
    {
        (0, _) => $"hooks are off: the setting {HookOptions.Section}:{nameof(HookOptions.AllowedHosts)} names no host",
        (_, 0) => $"hooks are off: the setting {HookOptions.Section}:{nameof(HookOptions.SigningKey)} is empty",
        (_, < HookOptions.LeastKeyLength) =>
            $"hooks are off: the setting {HookOptions.Section}:{nameof(HookOptions.SigningKey)} has fewer than {HookOptions.LeastKeyLength} characters",
        _ => null,
    };

    /// <summary>Null when this address may be called; else a clause that says why not.</summary>
    public string? Problem(string url)
    {
        if (Disabled() is { } disabled)
        {
            return disabled;
        }

        if (!Uri.TryCreate(url, UriKind.Absolute, out var uri) || uri.Scheme != Uri.UriSchemeHttps)
        {
            return "it is not an absolute https address";
        }

        if (uri.UserInfo.Length > 0 || uri.Fragment.Length > 0)
        {
            return "it has a user or a fragment, which a hook's address may not";
        }

        // The host as the connection will be made to it: other spellings of an IP address are undone by now.
        return Allowed.Contains(Name(uri))
            ? null
            : $"its host {Name(uri)} is not among {HookOptions.Section}:{nameof(HookOptions.AllowedHosts)}";
    }

    private static string Name(Uri uri) => FormattableString.Invariant($"{uri.IdnHost.ToLowerInvariant()}:{uri.Port}");

    // The list is read by the same rules as the addresses, so that both spell a host alike.
    private static string WithPort(string host) => Uri.TryCreate($"https://{host}/", UriKind.Absolute, out var uri) ? Name(uri) : host;
}
