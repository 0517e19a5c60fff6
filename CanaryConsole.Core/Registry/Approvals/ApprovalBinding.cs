using System.Security.Cryptography;
using System.Text;

namespace CanaryConsole.Core.Registry.Approvals;

/// <summary>What exactly was approved.</summary>
/// <param name="Package">SHA-256 of the package's content, lower-case hex.</param>
/// <param name="Artifact">Of the artifact as its store tells it; null where there is none to tell.</param>
public sealed record ApprovalBinding(string Package, ArtifactDigest? Artifact)
{
    internal static ApprovalBinding Of(PackageDescription description, ArtifactDigest? artifact) =>
        new(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(description.Content))), artifact);

    /// <summary>What is different now, as the end of a sentence; null where nothing is.</summary>
    internal string? Difference(ApprovalBinding now) => (now.Package == Package, now.Artifact == Artifact) switch
    {
        (true, true) => null,
        (false, true) => "its inference specification or metadata have changed since",
        (true, false) => "its artifact has changed since",
        (false, false) => "its artifact, and its inference specification or metadata, have changed since",
    };
}
