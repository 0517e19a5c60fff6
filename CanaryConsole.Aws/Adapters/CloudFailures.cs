using System.Net;
using System.Text.Json;
using Amazon.Runtime;
using CanaryConsole.Aws.Protocol;
using CanaryConsole.Core;

namespace CanaryConsole.Aws.Adapters;

/// <summary>What a failed call means in Core's words. Null for anything that is not the cloud's doing.</summary>
internal static class CloudFailures
{
    public static CloudFailure? Classify(Exception exception) => exception switch
    {
        AmazonUnmarshallingException => CloudFailure.Unavailable,
        AmazonServiceException service => Classify(service),
        InvalidRequestException => CloudFailure.Invalid,
        AmazonClientException client when client.Message.Contains("credential", StringComparison.OrdinalIgnoreCase) => CloudFailure.AccessDenied,
        AmazonClientException or TimeoutException or HttpRequestException or IOException or JsonException => CloudFailure.Unavailable,
        OperationCanceledException => CloudFailure.Unavailable,
        _ => null,
    };

    private static CloudFailure Classify(AmazonServiceException error)
    {
        if (error.InnerException is HttpRequestException or IOException || error.StatusCode == 0)
        {
            return CloudFailure.Unavailable;
        }

        return ByCode(error.ErrorCode) ?? ByMessage(error.Message) ?? ByStatus(error.StatusCode);
    }

    private static CloudFailure? ByCode(string? code) => code switch
    {
        "ThrottlingException" or "Throttling" or "ThrottledException" or "TooManyRequestsException" or "RequestLimitExceeded" or
            "RequestThrottled" or "RequestThrottledException" => CloudFailure.Throttled,
        "AccessDenied" or "AccessDeniedException" or "AuthorizationError" or "AuthorizationErrorException" or "UnrecognizedClientException" or
            "InvalidClientTokenId" or "InvalidSignatureException" or "SignatureDoesNotMatch" or "IncompleteSignature" or "ExpiredToken" or
            "ExpiredTokenException" or "RequestExpired" or "RequestTimeTooSkewed" or "MissingAuthenticationToken" or
            "MissingAuthenticationTokenException" or "OptInRequired" => CloudFailure.AccessDenied,
        "ResourceNotFound" or "ResourceNotFoundException" or "NotFound" or "NotFoundException" or
            "ImageNotFoundException" or "RepositoryNotFoundException" or "NoSuchEntity" => CloudFailure.NotFound,
        "ResourceInUse" or "ConflictException" or "ResourceConflict" or "ConcurrentAccess" or "ModelNotReadyException" => CloudFailure.Busy,
        _ => null,
    };

    // SageMaker says all of these with one code, ValidationException: only the words tell them apart.
    private static CloudFailure? ByMessage(string message)
    {
        if (message.StartsWith("Cannot update in-progress endpoint", StringComparison.OrdinalIgnoreCase))
        {
            return CloudFailure.Busy;
        }

        return message.StartsWith("Could not find", StringComparison.OrdinalIgnoreCase)
            || message.TrimEnd('.').EndsWith("does not exist", StringComparison.OrdinalIgnoreCase)
            || (message.StartsWith("Endpoint ", StringComparison.OrdinalIgnoreCase) && message.Contains("not found", StringComparison.OrdinalIgnoreCase))
                ? CloudFailure.NotFound
                : null;
    }

    private static CloudFailure ByStatus(HttpStatusCode status) => status switch
    {
        HttpStatusCode.TooManyRequests => CloudFailure.Throttled,
        HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => CloudFailure.AccessDenied,
        HttpStatusCode.NotFound => CloudFailure.NotFound,
        >= HttpStatusCode.InternalServerError => CloudFailure.Unavailable,
        _ => CloudFailure.Invalid,
    };
}
