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
        "ConcurrentAccess" or "ConcurrentAccessException" => new ConcurrentAccessException(error),
        "EndpointDisabled" or "EndpointDisabledException" => new EndpointDisabledException(error),
        "FilterPolicyLimitExceeded" or "FilterPolicyLimitExceededException" => new FilterPolicyLimitExceededException(error),
        "InternalError" or "InternalErrorException" => new InternalErrorException(error),
        "InvalidParameter" or "InvalidParameterException" => new InvalidParameterException(error),
        "InvalidParameterValueException" or "ParameterValueInvalid" => new InvalidParameterValueException(error),
        "InvalidSecurity" or "InvalidSecurityException" => new InvalidSecurityException(error),
        "InvalidState" or "InvalidStateException" => new InvalidStateException(error),
        "KMSAccessDenied" or "KMSAccessDeniedException" => new KMSAccessDeniedException(error),
        "KMSDisabled" or "KMSDisabledException" => new KMSDisabledException(error),
        "KMSInvalidState" or "KMSInvalidStateException" => new KMSInvalidStateException(error),
        "KMSNotFound" or "KMSNotFoundException" => new KMSNotFoundException(error),
        "KMSOptInRequired" or "KMSOptInRequiredException" => new KMSOptInRequiredException(error),
        "KMSThrottling" or "KMSThrottlingException" => new KMSThrottlingException(error),
        "NotFound" or "NotFoundException" => new NotFoundException(error),
        "PlatformApplicationDisabled" or "PlatformApplicationDisabledException" => new PlatformApplicationDisabledException(error),
        "ReplayLimitExceeded" or "ReplayLimitExceededException" => new ReplayLimitExceededException(error),
        "StaleTag" or "StaleTagException" => new StaleTagException(error),
        "SubscriptionLimitExceeded" or "SubscriptionLimitExceededException" => new SubscriptionLimitExceededException(error),
        "TagLimitExceeded" or "TagLimitExceededException" => new TagLimitExceededException(error),
        "TagPolicy" or "TagPolicyException" => new TagPolicyException(error),
        "TopicLimitExceeded" or "TopicLimitExceededException" => new TopicLimitExceededException(error),
        "ValidationException" => new ValidationException(error),
        _ => new AmazonSimpleNotificationServiceException(error),
    };
}
