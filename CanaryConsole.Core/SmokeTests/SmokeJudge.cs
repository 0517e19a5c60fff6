using System.Net.Http.Headers;
using System.Text.Json;
using CanaryConsole.Core.Endpoints;
using CanaryConsole.Core.Rollouts;

namespace CanaryConsole.Core.SmokeTests;

/// <summary>What is wrong with an answer. The sentence never quotes the answer: reasons travel further than answers may.</summary>
internal static class SmokeJudge
{
    private const int Ok = 200;

    /// <summary>Null when the answer is as expected.</summary>
    public static string? Problem(SmokeTest test, string variant, InvocationAnswer answer)
    {
        if (answer.StatusCode != test.ExpectedStatus)
        {
            return $"variant {variant} answered with status {answer.StatusCode}{(test.ExpectedStatus == Ok ? "" : $", expected {test.ExpectedStatus}")}";
        }

        if (answer.Latency > test.LatencyLimit)
        {
            return $"variant {variant} took {answer.Latency.TotalMilliseconds:0} ms, allowed are {test.LatencyLimit.TotalMilliseconds:0} ms";
        }

        return test.ExpectedContentType is { } expected && !string.Equals(MediaType(answer.ContentType), expected, StringComparison.OrdinalIgnoreCase)
            ? $"variant {variant} answered with another content type than {expected}"
            : Unmet(test, variant, answer.Body);
    }

    private static string? MediaType(string? contentType) => MediaTypeHeaderValue.TryParse(contentType, out var parsed) ? parsed.MediaType : null;

    private static string? Unmet(SmokeTest test, string variant, ReadOnlyMemory<byte> body)
    {
        if (test.Assertions is not { Count: > 0 } assertions)
        {
            return null;
        }

        try
        {
            using var json = JsonDocument.Parse(body);
            return assertions.FirstOrDefault(assertion => !JsonAssertion.Parse(assertion).Holds(json.RootElement)) is { } unmet
                ? $"what variant {variant} answered is not so: {unmet}"
                : null;
        }
        catch (JsonException)
        {
            return $"what variant {variant} answered is not JSON";
        }
    }
}
