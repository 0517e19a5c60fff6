using CanaryConsole.Aws.Protocol;

namespace CanaryConsole.Aws.SageMaker.Model;

public sealed class ConflictException : AmazonSageMakerException
{
    internal ConflictException(ServiceError error)
        : base(error)
    {
    }
}

public sealed class ResourceInUseException : AmazonSageMakerException
{
    internal ResourceInUseException(ServiceError error)
        : base(error)
    {
    }
}

public sealed class ResourceLimitExceededException : AmazonSageMakerException
{
    internal ResourceLimitExceededException(ServiceError error)
        : base(error)
    {
    }
}

public sealed class ResourceNotFoundException : AmazonSageMakerException
{
    internal ResourceNotFoundException(ServiceError error)
        : base(error)
    {
    }
}
