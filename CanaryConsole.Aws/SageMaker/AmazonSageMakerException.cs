using Amazon.Runtime;
using CanaryConsole.Aws.Protocol;
using CanaryConsole.Aws.SageMaker.Model;

namespace CanaryConsole.Aws.SageMaker;

public class AmazonSageMakerException : AmazonServiceException
{
    internal AmazonSageMakerException(ServiceError error)
        : base(error.Message, error.Inner, error.Type, error.Code, error.RequestId, error.StatusCode)
    {
    }

    internal static AmazonSageMakerException From(ServiceError error) => error.Code switch
    {
        "ConflictException" => new ConflictException(error),
        "ResourceInUse" or "ResourceInUseException" => new ResourceInUseException(error),
        "ResourceLimitExceeded" or "ResourceLimitExceededException" => new ResourceLimitExceededException(error),
        "ResourceNotFound" or "ResourceNotFoundException" => new ResourceNotFoundException(error),
        _ => new AmazonSageMakerException(error),
    };
}
