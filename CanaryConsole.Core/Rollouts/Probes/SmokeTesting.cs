using System.Text;
using CanaryConsole.Core.Endpoints;
using CanaryConsole.Core.SmokeTests;

namespace CanaryConsole.Core.Rollouts;

/// <summary>Runs smoke tests: does the variant answer at all, and as it should? How often it fails is for the guardrails to judge, so each request has three tries.</summary>
internal static class SmokeTesting
{
    private const int Tries = 3;

    /// <summary>Ends with the first request that is not answered well.</summary>
    public static async Task<RolloutInput.ReportSmokeTest> RunAsync(
        IEndpointControl endpoints, RolloutAction.RunSmokeTest action, TimeProvider clock, CancellationToken cancellationToken)
    {
        var requests = action.Tests.Sum(test => test.Requests);
        var exchanges = new List<SmokeExchange>(requests);
        foreach (var test in action.Tests)
        {
            for (var request = 1; request <= test.Requests; request++)
            {
                var exchange = await AskAsync(endpoints, action, test, request, cancellationToken).ConfigureAwait(false);
                exchanges.Add(exchange);
                if (exchange.Problem is { } problem)
                {
                    var named = test.Name is { } name ? $"\"{name}\": " : "";
                    return Report(requests, $"{named}{problem}, {Tries} times in a row");
                }
            }
        }

        return Report(requests, null);

        RolloutInput.ReportSmokeTest Report(int wanted, string? problem)
        {
            var passed = exchanges.Where(exchange => exchange.Problem is null).ToList();
            var slowest = passed.Count > 0 ? passed.Max(exchange => exchange.Latency) : TimeSpan.Zero;
            return new RolloutInput.ReportSmokeTest(clock.GetUtcNow(), new SmokeTestResult(passed.Count, wanted, slowest, problem), exchanges);
        }
    }

    private static async Task<SmokeExchange> AskAsync(
        IEndpointControl endpoints, RolloutAction.RunSmokeTest action, SmokeTest test, int request, CancellationToken cancellationToken)
    {
        var body = Encoding.UTF8.GetBytes(test.Payload);
        var invocation = new InvocationRequest(action.Endpoint, action.Variant, test.ContentType, body);
        for (var attempt = 1; ; attempt++)
        {
            var answer = await endpoints.InvokeAsync(invocation, cancellationToken).ConfigureAwait(false);
            var problem = SmokeJudge.Problem(test, action.Variant, answer);
            if (problem is null || attempt == Tries)
            {
                return new SmokeExchange(
                    test.Name, request, test.ContentType, RecordedBody.Of(body), answer.StatusCode, answer.ContentType, RecordedBody.Of(answer.Body.Span), answer.Latency, attempt, problem);
            }
        }
    }
}
