namespace CanaryConsole.Core;

/// <summary>What the cloud's refusal means to whoever asked.</summary>
public enum CloudFailure
{
    /// <summary>The resource does not exist.</summary>
    NotFound,

    /// <summary>The resource is in the middle of a change and takes no other now; the same call may succeed later.</summary>
    Busy,

    /// <summary>The call itself is wrong and will be refused again.</summary>
    Invalid,

    /// <summary>Too many calls; the same call may succeed later.</summary>
    Throttled,

    /// <summary>The console's credentials lack the permission, or are missing, expired or skewed.</summary>
    AccessDenied,

    /// <summary>No answer in time, or a fault on the far side; what happened is unknown.</summary>
    Unavailable,
}

/// <summary>A cloud call failed. The message names the operation, the resource and the reason, and can be shown to people.</summary>
public sealed class CloudException(CloudFailure failure, string message, Exception? inner = null) : Exception(message, inner)
{
    public CloudFailure Failure { get; } = failure;
}
