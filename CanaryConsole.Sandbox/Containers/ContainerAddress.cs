using System.Diagnostics.CodeAnalysis;

namespace CanaryConsole.Sandbox.Containers;

/// <summary>Where a container may listen: this machine and no other, or the sandbox would call whatever address a request names.</summary>
internal static class ContainerAddress
{
    public const string Expected = "an http address on 127.0.0.1, [::1] or localhost, as in http://127.0.0.1:9001";

    public static bool LooksLikeOne(string? image) =>
        image is not null && (image.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || image.StartsWith("https://", StringComparison.OrdinalIgnoreCase));

    public static bool TryParse(string? text, [NotNullWhen(true)] out Uri? address) =>
        Uri.TryCreate(text, UriKind.Absolute, out address)
        && address.Scheme == Uri.UriSchemeHttp
        && address is { IsLoopback: true, UserInfo: "", Query: "", Fragment: "" };
}
