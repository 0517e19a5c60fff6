using System.Net;

namespace CanaryConsole.Hosting.Settings;

/// <summary>Where the console may listen and what it may be called: this machine only, because anybody who reaches it can move traffic.</summary>
internal static class ListenAddresses
{
    public const string Reason = "refused until sign-in exists, because whoever reaches the console could move production traffic";

    private const string Wanted = "http:// with localhost, 127.0.0.1 or [::1] and a port";

    private static readonly char[] Separators = [';'];

    public static IReadOnlyList<string> Split(string value) =>
        value.Split(Separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    public static string? Expectation(string value)
    {
        var addresses = Split(value);
        return addresses.Count == 0 ? Wanted : addresses.Select(Expect).FirstOrDefault(expected => expected is not null);
    }

    public static string? HostNamesExpectation(string value) =>
        Split(value) is { Count: > 0 } names && names.All(IsLoopbackName)
            ? null
            : $"loopback names (localhost, 127.0.0.1, [::1]); another name is {Reason}";

    public static bool IsLoopbackName(string host) =>
        string.Equals(host, "localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));

    private static string? Expect(string address)
    {
        // Kestrel's wildcards are no host names, so they are taken apart here before Uri sees them.
        if (address.StartsWith("http://+", StringComparison.Ordinal) || address.StartsWith("http://*", StringComparison.Ordinal))
        {
            return $"a loopback address; every other is {Reason}";
        }

        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || uri.Scheme != Uri.UriSchemeHttp || uri.PathAndQuery != "/")
        {
            return Wanted;
        }

        if (!IsLoopbackName(uri.Host))
        {
            return $"a loopback address; every other is {Reason}";
        }

        return uri.Port == 0 && !IPAddress.TryParse(uri.Host.Trim('[', ']'), out _)
            ? $"{Wanted}; any free port (0) needs an address instead of localhost"
            : null;
    }
}
