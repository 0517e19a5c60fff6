using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;

namespace CanaryConsole.Sandbox.Protocol;

/// <summary>A request must be signed as AWS wants it. Any key will do: the form is checked, not the signature.</summary>
internal static partial class Signature
{
    /// <summary>The service a request is signed for (sagemaker, monitoring, sns, s3, …), by header or presigned; null where no scope is told.</summary>
    public static string? ServiceOf(HttpRequest request)
    {
        string? authorization = request.Headers.Authorization;
        var match = Scope().Match(authorization ?? request.Query["X-Amz-Credential"].ToString());
        return match.Success ? match.Groups[1].Value : null;
    }

    public static void Check(HttpRequest request)
    {
        string? authorization = request.Headers.Authorization;
        if (string.IsNullOrEmpty(authorization) && request.Query.ContainsKey("X-Amz-Signature"))
        {
            CheckQuery(request);
            return;
        }

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

    // A presigned URL carries in its query what others carry in headers. Its age is not judged: the sandbox's clock may run faster than its signer's.
    private static void CheckQuery(HttpRequest request)
    {
        var query = request.Query;
        if (query["X-Amz-Algorithm"] != "AWS4-HMAC-SHA256" || ServiceOf(request) is null || !SignaturePattern().IsMatch(query["X-Amz-Signature"].ToString())
            || !query.ContainsKey("X-Amz-Date") || !query.ContainsKey("X-Amz-SignedHeaders"))
        {
            throw new AwsErrorException(
                "AuthorizationQueryParametersError",
                "Query-string authentication version 4 requires the X-Amz-Algorithm, X-Amz-Credential, X-Amz-Signature, X-Amz-Date, X-Amz-SignedHeaders, and X-Amz-Expires parameters.");
        }

        if (!int.TryParse(query["X-Amz-Expires"], NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) || seconds is < 1 or > 604_800)
        {
            throw new AwsErrorException("AuthorizationQueryParametersError", "X-Amz-Expires must be between 1 and 604800 seconds");
        }
    }

    [GeneratedRegex("^[0-9a-f]{64}$")]
    private static partial Regex SignaturePattern();

    [GeneratedRegex(@"(?:^|Credential=)[^/\s,]+/\d{8}/[a-z0-9-]+/([a-z0-9-]+)/aws4_request")]
    private static partial Regex Scope();

    [GeneratedRegex(@"^AWS4-HMAC-SHA256 Credential=[^/\s,]+/\d{8}/[a-z0-9-]+/[a-z0-9-]+/aws4_request, ?SignedHeaders=[a-z0-9;-]+, ?Signature=[0-9a-f]{64}$")]
    private static partial Regex Pattern();
}
