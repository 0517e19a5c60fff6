using Amazon.Runtime;
using CanaryConsole.Aws.Protocol;
using CanaryConsole.Aws.SimpleNotificationService.Model;

namespace CanaryConsole.Aws.SimpleNotificationService;

public class AmazonSimpleNotificationServiceException : AmazonServiceException
{
    internal AmazonSimpleNotificationServiceException(ServiceError error)
        : base(error.Message, error.Inner, error.Type, error.Code, error.RequestId, error.StatusCode)
    {
    }

    internal static AmazonSimpleNotificationServiceException From(ServiceError error) => error.Code switch
    {
        "AuthorizationError" or "AuthorizationErrorException" => new AuthorizationErrorException(error),
        "InternalError" or "InternalErrorException" => new InternalErrorException(error),
        "InvalidParameter" or "InvalidParameterException" => new InvalidParameterException(error),
        "NotFound" or "NotFoundException" => new NotFoundException(error),
        _ => new AmazonSimpleNotificationServiceException(error),
    };
}
