using Amazon.Runtime;
using CanaryConsole.Aws.CloudWatch.Model;
using CanaryConsole.Aws.Protocol;

namespace CanaryConsole.Aws.CloudWatch;

public class AmazonCloudWatchException : AmazonServiceException
{
    internal AmazonCloudWatchException(ServiceError error)
        : base(error.Message, error.Inner, error.Type, error.Code, error.RequestId, error.StatusCode)
    {
    }

    internal static AmazonCloudWatchException From(ServiceError error) => error.Code switch
    {
        "InvalidFormat" or "InvalidFormatException" => new InvalidFormatException(error),
        "InvalidNextToken" or "InvalidNextTokenException" => new InvalidNextTokenException(error),
        "LimitExceeded" or "LimitExceededException" => new LimitExceededException(error),
        "ResourceNotFound" or "ResourceNotFoundException" => new ResourceNotFoundException(error),
        _ => new AmazonCloudWatchException(error),
    };
}
