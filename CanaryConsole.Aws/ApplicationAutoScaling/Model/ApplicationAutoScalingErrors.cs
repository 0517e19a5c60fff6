using CanaryConsole.Aws.Protocol;

namespace CanaryConsole.Aws.ApplicationAutoScaling.Model;

public sealed class ConcurrentUpdateException : AmazonApplicationAutoScalingException
{
    internal ConcurrentUpdateException(ServiceError error)
        : base(error)
    {
    }
}

public sealed class FailedResourceAccessException : AmazonApplicationAutoScalingException
{
    internal FailedResourceAccessException(ServiceError error)
        : base(error)
    {
    }
}

public sealed class InternalServiceException : AmazonApplicationAutoScalingException
{
    internal InternalServiceException(ServiceError error)
        : base(error)
    {
    }
}

public sealed class InvalidNextTokenException : AmazonApplicationAutoScalingException
{
    internal InvalidNextTokenException(ServiceError error)
        : base(error)
    {
    }
}

public sealed class LimitExceededException : AmazonApplicationAutoScalingException
{
    internal LimitExceededException(ServiceError error)
        : base(error)
    {
    }
}

public sealed class ObjectNotFoundException : AmazonApplicationAutoScalingException
{
    internal ObjectNotFoundException(ServiceError error)
        : base(error)
    {
    }
}

public sealed class ValidationException : AmazonApplicationAutoScalingException
{
    internal ValidationException(ServiceError error)
        : base(error)
    {
    }
}
