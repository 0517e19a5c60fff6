using CanaryConsole.Core;

namespace CanaryConsole.Aws.Adapters;

internal static class CloudCall
{
    /// <summary>Makes one call and turns its failure into a <see cref="CloudException"/> that names the operation and the resource.</summary>
    public static async Task<T> RunAsync<T>(string operation, string resource, Func<Task<T>> call, CancellationToken cancellationToken)
    {
        try
        {
            return await call().ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw;
        }
        catch (Exception exception) when (CloudFailures.Classify(exception) is { } failure)
        {
            throw new CloudException(failure, $"{operation} of {resource} failed: {exception.Message}", exception);
        }
    }

    /// <summary>As <see cref="RunAsync{T}"/>, with null for a resource that does not exist.</summary>
    public static async Task<T?> FindAsync<T>(string operation, string resource, Func<Task<T>> call, CancellationToken cancellationToken)
        where T : class
    {
        try
        {
            return await RunAsync(operation, resource, call, cancellationToken).ConfigureAwait(false);
        }
        catch (CloudException exception) when (exception.Failure == CloudFailure.NotFound)
        {
            return null;
        }
    }
}
