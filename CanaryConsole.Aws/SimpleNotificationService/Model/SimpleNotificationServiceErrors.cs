using CanaryConsole.Aws.Protocol;

namespace CanaryConsole.Aws.SimpleNotificationService.Model;

public sealed class AuthorizationErrorException : AmazonSimpleNotificationServiceException
{
    internal AuthorizationErrorException(ServiceError error)
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

public sealed class NotFoundException : AmazonSimpleNotificationServiceException
{
    internal NotFoundException(ServiceError error)
        : base(error)
    {
    }
}
