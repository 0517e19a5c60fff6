using System.Net;
using System.Text.Json;
using Amazon.Runtime;
using CanaryConsole.Aws.Protocol;
using CanaryConsole.Aws.SageMaker.Model;
using CanaryConsole.Sandbox.Protocol;

namespace CanaryConsole.Tests.Schedules;

/// <summary>The way of one process to one AWS service: through the weather, and only as long as the process lives.</summary>
internal sealed class ServiceWire(
    SimulatedCloud cloud, Weather weather, Life life, string prefix, Func<ServiceError, AmazonServiceException> refusal, Action<object>? watch = null) : IWire
{
    private static readonly Dictionary<string, JsonElement> NoMembers = [];

    public Task<TResponse> AskAsync<TResponse>(string operation, object request)
        where TResponse : class, new()
    {
        life.Meanwhile?.Invoke(operation);
        life.Step($"before {operation}");
        if (Refusal() is { } refused)
        {
            return Task.FromException<TResponse>(refused);
        }

        TResponse answer;
        try
        {
            watch?.Invoke(request);
            answer = cloud.Call<TResponse>(prefix + operation, request);
        }
        catch (AwsErrorException error)
        {
            return Task.FromException<TResponse>(Refused(error.Code, error.Message, (HttpStatusCode)error.StatusCode));
        }

        life.Step($"after {operation}");
        return IsChange(request) && weather.Strikes(Trouble.LostReplies)
            ? Task.FromException<TResponse>(new TimeoutException("The reply was lost."))
            : Task.FromResult(answer);
    }

    // Of a question the reply may be lost too, but that is no other thing than a question that failed.
    private static bool IsChange(object request) => request is not (DescribeEndpointRequest or ListEndpointsRequest or DescribeEndpointConfigRequest);

    private Exception? Refusal()
    {
        if (weather.Strikes(Trouble.UnreachableCloud))
        {
            return new TimeoutException("No answer in 10 s.");
        }

        if (weather.Strikes(Trouble.ThrottledCalls))
        {
            return Refused("ThrottlingException", "Rate exceeded", HttpStatusCode.BadRequest);
        }

        if (weather.Strikes(Trouble.DeniedCalls))
        {
            return Refused("AccessDeniedException", "User: arn:aws:iam::123456789012:user/console is not authorized", HttpStatusCode.BadRequest);
        }

        return weather.Strikes(Trouble.FailedCalls) ? Refused("InternalFailure", "An internal error occurred.", HttpStatusCode.InternalServerError) : null;
    }

    private AmazonServiceException Refused(string code, string message, HttpStatusCode status) =>
        refusal(new ServiceError(code, message, "simulated", status, new InvalidOperationException(message), NoMembers));
}
