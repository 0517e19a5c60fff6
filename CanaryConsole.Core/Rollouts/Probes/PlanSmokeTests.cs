using System.Net.Http.Headers;
using System.Text;
using CanaryConsole.Core.SmokeTests;

namespace CanaryConsole.Core.Rollouts;

/// <summary>The smoke tests of a request: those it lists, or the one by its payload.</summary>
internal static class PlanSmokeTests
{
    private const int MaximumPayload = 64 * 1024;
    private const int MaximumTests = 10;
    private const int MaximumRequests = 20;
    private const int MaximumAssertions = 20;
    private const int MaximumName = 63;

    /// <summary>At least one.</summary>
    public static IReadOnlyList<SmokeTest> Of(RolloutRequest request) => request switch
    {
        { SmokeTests.Count: > 0, SmokePayload.Length: > 0 } => throw RequestBounds.Invalid("smokePayload", "smokePayload was given beside smokeTests; choose one."),
        { SmokeTests: { Count: > 0 } tests } => Given(tests),
        _ => [Single(request)],
    };

    private static SmokeTest Single(RolloutRequest request) => new(
        request.SmokeContentType is { Length: > 0 } type ? type : RolloutDefaults.SmokeContentType,
        Payload("smokePayload", request.SmokePayload is { Length: > 0 } given ? given : RolloutDefaults.SmokePayload),
        RolloutDefaults.SmokeRequests,
        RolloutDefaults.SmokeLatencyLimit);

    private static List<SmokeTest> Given(IReadOnlyList<SmokeTestRequest> requested)
    {
        if (requested.Count > MaximumTests)
        {
            throw RequestBounds.Invalid("smokeTests", $"smokeTests has {requested.Count} entries; at most {MaximumTests} are possible.");
        }

        var tests = requested.Select((test, index) => One(test, $"smokeTests[{index}]", index + 1)).ToList();
        var requests = tests.Sum(test => test.Requests);
        return requests <= MaximumRequests
            ? tests
            : throw RequestBounds.Invalid("smokeTests", $"smokeTests send {requests} requests together; at most {MaximumRequests} are possible.");
    }

    private static SmokeTest One(SmokeTestRequest test, string field, int number) => new(
        MediaType($"{field}.contentType", test.ContentType, withParameters: true) ?? RolloutDefaults.SmokeContentType,
        Payload($"{field}.payload", test.Payload),
        RequestBounds.Within($"{field}.requests", test.Requests, 1, 1, MaximumRequests),
        TimeSpan.FromMilliseconds(RequestBounds.Within($"{field}.latencyLimitMs", test.LatencyLimitMs, RolloutDefaults.SmokeLatencyLimit.TotalMilliseconds, 0.001, 60_000)),
        Name($"{field}.name", test.Name, number),
        RequestBounds.Within($"{field}.expectedStatus", test.ExpectedStatus, 200, 100, 599),
        MediaType($"{field}.expectedContentType", test.ExpectedContentType, withParameters: false),
        Assertions($"{field}.assertions", test.Assertions));

    private static string Payload(string field, string? payload) => Encoding.UTF8.GetByteCount(payload ?? "") switch
    {
        0 => throw RequestBounds.Invalid(field, $"{field} is empty; a smoke test sends something."),
        > MaximumPayload and var bytes => throw RequestBounds.Invalid(field, $"{field} has {bytes} bytes; at most {MaximumPayload} are possible."),
        _ => payload!,
    };

    private static string Name(string field, string? name, int number) => name?.Trim() switch
    {
        null or "" => $"smoke test {number}",
        { Length: > MaximumName } => throw RequestBounds.Invalid(field, $"{field} has {name.Trim().Length} characters; at most {MaximumName} are possible."),
        var given when given.Any(char.IsControl) => throw RequestBounds.Invalid(field, $"{field} has a control character; a name is one line of text."),
        var given => given,
    };

    /// <summary>What is sent may carry parameters, as in a charset; what is expected is compared without them.</summary>
    private static string? MediaType(string field, string? type, bool withParameters) => type switch
    {
        null or "" => null,
        _ when MediaTypeHeaderValue.TryParse(type, out var parsed) && (withParameters || parsed.Parameters.Count == 0) => type,
        _ => throw RequestBounds.Invalid(field, $"{field} is \"{type}\"; it must be a media type, as in application/json."),
    };

    private static IReadOnlyList<string>? Assertions(string field, IReadOnlyList<string>? assertions)
    {
        if (assertions is not { Count: > 0 })
        {
            return null;
        }

        if (assertions.Count > MaximumAssertions)
        {
            throw RequestBounds.Invalid(field, $"{field} has {assertions.Count} entries; at most {MaximumAssertions} are possible.");
        }

        for (var index = 0; index < assertions.Count; index++)
        {
            try
            {
                JsonAssertion.Parse(assertions[index] ?? "");
            }
            catch (FormatException malformed)
            {
                throw RequestBounds.Invalid($"{field}[{index}]", $"{field}[{index}] is \"{assertions[index]}\"; {malformed.Message}.");
            }
        }

        return assertions;
    }
}
