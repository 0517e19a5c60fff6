using CanaryConsole.Aws.Protocol;

namespace CanaryConsole.Aws.CloudWatch.Model;

public sealed class ConflictException : AmazonCloudWatchException
{
    internal ConflictException(ServiceError error)
        : base(error)
    {
    }
}

public sealed class DashboardInvalidInputErrorException : AmazonCloudWatchException
{
    internal DashboardInvalidInputErrorException(ServiceError error)
        : base(error)
    {
        DashboardValidationMessages = error.List<DashboardValidationMessage>("dashboardValidationMessages");
    }

    public IReadOnlyList<DashboardValidationMessage> DashboardValidationMessages { get; }
}

public sealed class DashboardNotFoundErrorException : AmazonCloudWatchException
{
    internal DashboardNotFoundErrorException(ServiceError error)
        : base(error)
    {
    }
}

public sealed class InternalServiceException : AmazonCloudWatchException
{
    internal InternalServiceException(ServiceError error)
        : base(error)
    {
    }
}

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

public sealed class InvalidParameterCombinationException : AmazonCloudWatchException
{
    internal InvalidParameterCombinationException(ServiceError error)
        : base(error)
    {
    }
}

public sealed class InvalidParameterValueException : AmazonCloudWatchException
{
    internal InvalidParameterValueException(ServiceError error)
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

public sealed class MissingRequiredParameterException : AmazonCloudWatchException
{
    internal MissingRequiredParameterException(ServiceError error)
        : base(error)
    {
    }
}

public sealed class ResourceConflictException : AmazonCloudWatchException
{
    internal ResourceConflictException(ServiceError error)
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
