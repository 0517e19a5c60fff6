using Amazon.Runtime;
using CanaryConsole.Aws.Protocol;
using CanaryConsole.Aws.SageMakerRuntime.Model;

namespace CanaryConsole.Aws.SageMakerRuntime;

public class AmazonSageMakerRuntimeException : AmazonServiceException
{
    internal AmazonSageMakerRuntimeException(ServiceError error)
        : base(error.Message, error.Inner, error.Type, error.Code, error.RequestId, error.StatusCode)
    {
    }

    internal static AmazonSageMakerRuntimeException From(ServiceError error) => error.Code switch
    {
        "InternalDependencyException" => new InternalDependencyException(error),
        "InternalFailure" or "InternalFailureException" => new InternalFailureException(error),
        "ModelError" or "ModelErrorException" => new ModelErrorException(error),
        "ModelNotReadyException" => new ModelNotReadyException(error),
        "ServiceUnavailable" or "ServiceUnavailableException" => new ServiceUnavailableException(error),
        "ValidationError" or "ValidationErrorException" => new ValidationErrorException(error),
        _ => new AmazonSageMakerRuntimeException(error),
    };
}
