using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;

namespace CanaryConsole.Sandbox.Protocol;

/// <summary>A request must be signed as AWS wants it. Any key will do: the form is checked, not the signature.</summary>
internal static partial class Signature
{
    public static void Check(HttpRequest request)
    {
        string? authorization = request.Headers.Authorization;
        if (string.IsNullOrEmpty(authorization))
        {
            throw new AwsErrorException("MissingAuthenticationTokenException", "Missing Authentication Token", 403);
        }

        if (!Pattern().IsMatch(authorization))
        {
            throw new AwsErrorException(
                "IncompleteSignatureException",
                "Authorization header must be 'AWS4-HMAC-SHA256 Credential=<key>/<date>/<region>/<service>/aws4_request, SignedHeaders=<names>, Signature=<64 hex digits>'.",
                403);
        }

        if (!request.Headers.ContainsKey("X-Amz-Date") && !request.Headers.ContainsKey("Date"))
        {
            throw new AwsErrorException("IncompleteSignatureException", "Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header.", 403);
        }
    }

    [GeneratedRegex(@"^AWS4-HMAC-SHA256 Credential=[^/\s,]+/\d{8}/[a-z0-9-]+/[a-z0-9-]+/aws4_request, ?SignedHeaders=[a-z0-9;-]+, ?Signature=[0-9a-f]{64}$")]
    private static partial Regex Pattern();
}
