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
        "ConflictException" => new ConflictException(error),
        "DashboardInvalidInputError" or "DashboardInvalidInputErrorException" or "InvalidParameterInput" => new DashboardInvalidInputErrorException(error),
        "DashboardNotFoundError" or "DashboardNotFoundErrorException" => new DashboardNotFoundErrorException(error),
        "InternalServiceError" or "InternalServiceException" or "InternalServiceFault" => new InternalServiceException(error),
        "InvalidFormat" or "InvalidFormatException" or "InvalidFormatFault" => new InvalidFormatException(error),
        "InvalidNextToken" or "InvalidNextTokenException" => new InvalidNextTokenException(error),
        "InvalidParameterCombination" or "InvalidParameterCombinationException" => new InvalidParameterCombinationException(error),
        "InvalidParameterValue" or "InvalidParameterValueException" => new InvalidParameterValueException(error),
        "LimitExceeded" or "LimitExceededException" or "LimitExceededFault" => new LimitExceededException(error),
        "MissingParameter" or "MissingRequiredParameterException" => new MissingRequiredParameterException(error),
        "ResourceConflict" or "ResourceConflictException" => new ResourceConflictException(error),
        "ResourceNotFound" or "ResourceNotFoundException" => new ResourceNotFoundException(error),
        _ => new AmazonCloudWatchException(error),
    };
}
