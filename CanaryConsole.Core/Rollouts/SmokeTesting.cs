using System.Text;
using CanaryConsole.Core.Endpoints;

namespace CanaryConsole.Core.Rollouts;

/// <summary>Runs a smoke test: does the variant answer at all? How often it fails is for the guardrails to judge, so each request has three tries.</summary>
internal static class SmokeTesting
{
    private const int Tries = 3;
    private const int Ok = 200;

    public static async Task<SmokeTestResult> RunAsync(IEndpointControl endpoints, RolloutAction.RunSmokeTest action, CancellationToken cancellationToken)
    {
        var request = new InvocationRequest(action.Endpoint, action.Variant, action.Test.ContentType, Encoding.UTF8.GetBytes(action.Test.Payload));
        var slowest = TimeSpan.Zero;
        for (var passed = 0; passed < action.Test.Requests; passed++)
        {
            string? problem = null;
            for (var attempt = 0; attempt < Tries; attempt++)
            {
                var answer = await endpoints.InvokeAsync(request, cancellationToken).ConfigureAwait(false);
                problem = Problem(action, answer);
                if (problem is null)
                {
                    slowest = answer.Latency > slowest ? answer.Latency : slowest;
                    break;
                }
            }

            if (problem is not null)
            {
                return new SmokeTestResult(passed, action.Test.Requests, slowest, $"{problem}, {Tries} times in a row");
            }
        }

        return new SmokeTestResult(action.Test.Requests, action.Test.Requests, slowest, null);
    }

    private static string? Problem(RolloutAction.RunSmokeTest action, InvocationAnswer answer) => answer switch
    {
        { StatusCode: not Ok } => $"variant {action.Variant} answered with status {answer.StatusCode}",
        _ when answer.Latency > action.Test.LatencyLimit =>
            $"variant {action.Variant} took {answer.Latency.TotalMilliseconds:0} ms, allowed are {action.Test.LatencyLimit.TotalMilliseconds:0} ms",
        _ => null,
    };
}
