using Amazon.Runtime;
using CanaryConsole.Aws.ApplicationAutoScaling.Model;
using CanaryConsole.Aws.Protocol;

namespace CanaryConsole.Aws.ApplicationAutoScaling;

public class AmazonApplicationAutoScalingException : AmazonServiceException
{
    internal AmazonApplicationAutoScalingException(ServiceError error)
        : base(error.Message, error.Inner, error.Type, error.Code, error.RequestId, error.StatusCode)
    {
    }

    internal static AmazonApplicationAutoScalingException From(ServiceError error) => error.Code switch
    {
        "ConcurrentUpdateException" => new ConcurrentUpdateException(error),
        "FailedResourceAccessException" => new FailedResourceAccessException(error),
        "InternalServiceException" => new InternalServiceException(error),
        "InvalidNextTokenException" => new InvalidNextTokenException(error),
        "LimitExceededException" => new LimitExceededException(error),
        "ObjectNotFoundException" => new ObjectNotFoundException(error),
        "ValidationException" => new ValidationException(error),
        _ => new AmazonApplicationAutoScalingException(error),
    };
}
