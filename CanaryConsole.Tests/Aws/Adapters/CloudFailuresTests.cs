using System.Net;
using Amazon.Runtime;
using CanaryConsole.Aws.Adapters;
using CanaryConsole.Core;

namespace CanaryConsole.Tests.Aws.Adapters;

public sealed class CloudFailuresTests
{
    [Theory]
    [InlineData("ValidationException", "Cannot update in-progress endpoint \"arn:e\".", 400, CloudFailure.Busy)]
    [InlineData("ValidationException", "Could not find endpoint \"arn:e\".", 400, CloudFailure.NotFound)]
    [InlineData("ValidationException", "ModelPackage arn:p does not exist.", 400, CloudFailure.NotFound)]
    [InlineData("ValidationError", "Endpoint e of account 1 not found.", 400, CloudFailure.NotFound)]
    [InlineData("ValidationException", "1 validation error detected: weight", 400, CloudFailure.Invalid)]
    [InlineData("ResourceLimitExceeded", "The account-level service limit is 2", 400, CloudFailure.Invalid)]
    [InlineData("ThrottlingException", "Rate exceeded", 400, CloudFailure.Throttled)]
    [InlineData("Anything", "slow down", 429, CloudFailure.Throttled)]
    [InlineData("ModelNotReadyException", "warming up", 429, CloudFailure.Busy)]
    [InlineData("ConflictException", "again", 409, CloudFailure.Busy)]
    [InlineData("AccessDeniedException", "is not authorized to perform", 400, CloudFailure.AccessDenied)]
    [InlineData("ExpiredTokenException", "expired", 400, CloudFailure.AccessDenied)]
    [InlineData("InvalidSignatureException", "Signature not yet current", 403, CloudFailure.AccessDenied)]
    [InlineData("Http403", "proxy", 403, CloudFailure.AccessDenied)]
    [InlineData("InternalFailure", "oops", 500, CloudFailure.Unavailable)]
    [InlineData("ServiceUnavailable", "busy", 503, CloudFailure.Unavailable)]
    public void Classify_ServiceError_MeansWhatAmazonMeans(string code, string message, int status, CloudFailure expected) =>
        Assert.Equal(expected, CloudFailures.Classify(new AmazonServiceException(message, ErrorType.Sender, code, "r", (HttpStatusCode)status)));

    [Fact]
    public void Classify_NoAnswer_IsUnavailable()
    {
        Assert.Equal(CloudFailure.Unavailable, CloudFailures.Classify(new TimeoutException()));
        Assert.Equal(CloudFailure.Unavailable, CloudFailures.Classify(new HttpRequestException()));
        Assert.Equal(CloudFailure.Unavailable, CloudFailures.Classify(new AmazonServiceException("x", new HttpRequestException())));
        Assert.Equal(CloudFailure.Unavailable, CloudFailures.Classify(new AmazonUnmarshallingException("r", "l", new FormatException())));
    }

    [Fact]
    public void Classify_NoCredentials_IsAccessDenied() =>
        Assert.Equal(CloudFailure.AccessDenied, CloudFailures.Classify(new AmazonClientException("Failed to resolve AWS credentials.")));

    [Fact]
    public void Classify_OurOwnMistake_IsLeftAlone() => Assert.Null(CloudFailures.Classify(new ArgumentException("x")));
}
