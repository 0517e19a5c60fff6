using CanaryConsole.Core;
using CanaryConsole.Core.Storage;

namespace CanaryConsole.Api;

/// <summary>What the cloud and the store could not do is an answer with a reason, not a fault of the console.</summary>
internal sealed class CloudFailures : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        try
        {
            return await next(context);
        }
        catch (CloudException exception)
        {
            return Problems.Of(exception);
        }
        catch (StoreException exception)
        {
            return Problems.Of(exception);
        }
    }
}
