using CanaryConsole.Aws.Protocol;

namespace CanaryConsole.Aws.SimpleNotificationService.Model;

public sealed class AuthorizationErrorException : AmazonSimpleNotificationServiceException
{
    internal AuthorizationErrorException(ServiceError error)
        : base(error)
    {
    }
}

public sealed class ConcurrentAccessException : AmazonSimpleNotificationServiceException
{
    internal ConcurrentAccessException(ServiceError error)
        : base(error)
    {
    }
}

public sealed class EndpointDisabledException : AmazonSimpleNotificationServiceException
{
    internal EndpointDisabledException(ServiceError error)
        : base(error)
    {
    }
}

public sealed class FilterPolicyLimitExceededException : AmazonSimpleNotificationServiceException
{
    internal FilterPolicyLimitExceededException(ServiceError error)
        : base(error)
    {
    }
}

public sealed class InternalErrorException : AmazonSimpleNotificationServiceException
{
    internal InternalErrorException(ServiceError error)
        : base(error)
    {
    }
}

public sealed class InvalidParameterException : AmazonSimpleNotificationServiceException
{
    internal InvalidParameterException(ServiceError error)
        : base(error)
    {
    }
}

public sealed class InvalidParameterValueException : AmazonSimpleNotificationServiceException
{
    internal InvalidParameterValueException(ServiceError error)
        : base(error)
    {
    }
}

public sealed class InvalidSecurityException : AmazonSimpleNotificationServiceException
{
    internal InvalidSecurityException(ServiceError error)
        : base(error)
    {
    }
}

public sealed class InvalidStateException : AmazonSimpleNotificationServiceException
{
    internal InvalidStateException(ServiceError error)
        : base(error)
    {
    }
}

public sealed class KMSAccessDeniedException : AmazonSimpleNotificationServiceException
{
    internal KMSAccessDeniedException(ServiceError error)
        : base(error)
    {
    }
}

public sealed class KMSDisabledException : AmazonSimpleNotificationServiceException
{
    internal KMSDisabledException(ServiceError error)
        : base(error)
    {
    }
}

public sealed class KMSInvalidStateException : AmazonSimpleNotificationServiceException
{
    internal KMSInvalidStateException(ServiceError error)
        : base(error)
    {
    }
}

public sealed class KMSNotFoundException : AmazonSimpleNotificationServiceException
{
    internal KMSNotFoundException(ServiceError error)
        : base(error)
    {
    }
}

public sealed class KMSOptInRequiredException : AmazonSimpleNotificationServiceException
{
    internal KMSOptInRequiredException(ServiceError error)
        : base(error)
    {
    }
}

public sealed class KMSThrottlingException : AmazonSimpleNotificationServiceException
{
    internal KMSThrottlingException(ServiceError error)
        : base(error)
    {
    }
}

public sealed class NotFoundException : AmazonSimpleNotificationServiceException
{
    internal NotFoundException(ServiceError error)
        : base(error)
    {
    }
}

public sealed class PlatformApplicationDisabledException : AmazonSimpleNotificationServiceException
{
    internal PlatformApplicationDisabledException(ServiceError error)
        : base(error)
    {
    }
}

public sealed class ReplayLimitExceededException : AmazonSimpleNotificationServiceException
{
    internal ReplayLimitExceededException(ServiceError error)
        : base(error)
    {
    }
}

public sealed class StaleTagException : AmazonSimpleNotificationServiceException
{
    internal StaleTagException(ServiceError error)
        : base(error)
    {
    }
}

public sealed class SubscriptionLimitExceededException : AmazonSimpleNotificationServiceException
{
    internal SubscriptionLimitExceededException(ServiceError error)
        : base(error)
    {
    }
}

public sealed class TagLimitExceededException : AmazonSimpleNotificationServiceException
{
    internal TagLimitExceededException(ServiceError error)
        : base(error)
    {
    }
}

public sealed class TagPolicyException : AmazonSimpleNotificationServiceException
{
    internal TagPolicyException(ServiceError error)
        : base(error)
    {
    }
}

public sealed class TopicLimitExceededException : AmazonSimpleNotificationServiceException
{
    internal TopicLimitExceededException(ServiceError error)
        : base(error)
    {
    }
}

public sealed class ValidationException : AmazonSimpleNotificationServiceException
{
    internal ValidationException(ServiceError error)
        : base(error)
    {
    }
}
