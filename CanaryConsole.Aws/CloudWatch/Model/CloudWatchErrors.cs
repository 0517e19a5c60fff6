using CanaryConsole.Aws.Protocol;

namespace CanaryConsole.Aws.CloudWatch.Model;

public sealed class InvalidFormatException : AmazonCloudWatchException
{
    internal InvalidFormatException(ServiceError error)
        : base(error)
    {
    }
}

public sealed class InvalidNextTokenException : AmazonCloudWatchException
{
    internal InvalidNextTokenException(ServiceError error)
        : base(error)
    {
    }
}

public sealed class LimitExceededException : AmazonCloudWatchException
{
    internal LimitExceededException(ServiceError error)
        : base(error)
    {
    }
}

public sealed class ResourceNotFoundException : AmazonCloudWatchException
{
    internal ResourceNotFoundException(ServiceError error)
        : base(error)
    {
    }
}
