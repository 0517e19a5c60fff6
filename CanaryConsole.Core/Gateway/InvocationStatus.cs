namespace CanaryConsole.Core.Gateway;

/// <summary>How an invocation ended, in CloudWatch's classes: a model's own failure is a model error and, by the status that the model gave, a 4xx or 5xx as well.</summary>
public enum InvocationStatus
{
    Answered,

    /// <summary>The service refused it before a model saw it.</summary>
    ClientError,

    /// <summary>The service failed, or nothing answered in time.</summary>
    ServerError,

    /// <summary>The model answered with a status that is neither 4xx nor 5xx, or with nothing that SageMaker understands.</summary>
    ModelError,

    ModelClientError,
    ModelServerError,

    /// <summary>The caller left before the answer: it took at least so long, and nobody knows how it would have ended.</summary>
    Abandoned,
}
