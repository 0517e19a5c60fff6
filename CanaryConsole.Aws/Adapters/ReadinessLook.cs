using CanaryConsole.Core;
using CanaryConsole.Core.Readiness;

namespace CanaryConsole.Aws.Adapters;

/// <summary>One look-up as a check: found, not there, or nobody knows.</summary>
internal static class ReadinessLook
{
    /// <param name="name">What is looked up, as people are told.</param>
    public static async Task<(T? Found, ReadinessCheck Check)> FindAsync<T>(string name, string operation, Func<Task<T>> call, CancellationToken cancellationToken)
        where T : class
    {
        try
        {
            return await CloudCall.FindAsync(operation, name, call, cancellationToken).ConfigureAwait(false) is { } found
                ? (found, ReadinessCheck.Passed(name))
                : (null, ReadinessCheck.Failed(name, "it does not exist"));
        }
        catch (CloudException failure)
        {
            return (null, ReadinessCheck.Unknown(name, failure.Failure is CloudFailure.AccessDenied ? $"the console may not look: {failure.Message}" : failure.Message));
        }
    }

    public static async Task<ReadinessCheck> CheckAsync<T>(string name, string operation, Func<Task<T>> call, CancellationToken cancellationToken)
        where T : class =>
        (await FindAsync(name, operation, call, cancellationToken).ConfigureAwait(false)).Check;
}
