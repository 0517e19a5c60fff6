using CanaryConsole.Aws.Protocol;

namespace CanaryConsole.Aws.SageMakerRuntime.Model;

public sealed class InternalDependencyException : AmazonSageMakerRuntimeException
{
    internal InternalDependencyException(ServiceError error)
        : base(error)
    {
    }
}

public sealed class InternalFailureException : AmazonSageMakerRuntimeException
{
    internal InternalFailureException(ServiceError error)
        : base(error)
    {
    }
}

public sealed class ModelErrorException : AmazonSageMakerRuntimeException
{
    internal ModelErrorException(ServiceError error)
        : base(error)
    {
        OriginalStatusCode = error.Number("OriginalStatusCode");
        OriginalMessage = error.Text("OriginalMessage");
        LogStreamArn = error.Text("LogStreamArn");
    }

    public int? OriginalStatusCode { get; }

    public string? OriginalMessage { get; }

    public string? LogStreamArn { get; }
}

public sealed class ModelNotReadyException : AmazonSageMakerRuntimeException
{
    internal ModelNotReadyException(ServiceError error)
        : base(error)
    {
    }
}

public sealed class ServiceUnavailableException : AmazonSageMakerRuntimeException
{
    internal ServiceUnavailableException(ServiceError error)
        : base(error)
    {
    }
}

public sealed class ValidationErrorException : AmazonSageMakerRuntimeException
{
    internal ValidationErrorException(ServiceError error)
        : base(error)
    {
    }
}
