using System.Text;
using CanaryConsole.Core.Rollouts;

namespace CanaryConsole.Presentation;

/// <summary>The draft's smoke tests as the request wants them.</summary>
internal static class DraftSmoke
{
    private const int LargestPayload = 64 * 1024;
    private const int MostAssertions = 20;

    public static List<SmokeTestRequest> Of(IReadOnlyList<SmokeTestDraft> tests, DraftFields fields) => [.. tests.Select((test, index) => One(test, index, fields))];

    public static string? Payload(string field, string text, DraftFields fields)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        var size = Encoding.UTF8.GetByteCount(text);
        if (size > LargestPayload)
        {
            fields.Refuse(field, $"The smoke payload is {CountText.Of(size)} bytes; give at most {CountText.Of(LargestPayload)}.");
        }

        return text;
    }

    private static SmokeTestRequest One(SmokeTestDraft test, int index, DraftFields fields)
    {
        var field = $"smokeTests[{index}]";
        var name = $"smoke test {index + 1}";
        if (Payload($"{field}.payload", test.Payload, fields) is null)
        {
            fields.Refuse($"{field}.payload", $"The payload of {name} is empty; give the text that is sent.");
        }

        return new SmokeTestRequest
        {
            Name = DraftFields.Text(test.Name),
            Payload = test.Payload,
            ContentType = DraftFields.Text(test.ContentType),
            Requests = (int?)fields.Number($"{field}.requests", test.Requests, $"Times of {name}", 1, 20, optional: true, whole: true),
            ExpectedStatus = (int?)fields.Number($"{field}.expectedStatus", test.ExpectedStatus, $"Status of {name}", 100, 599, optional: true, whole: true),
            ExpectedContentType = DraftFields.Text(test.ExpectedContentType),
            Assertions = Assertions($"{field}.assertions", test, name, fields),
            LatencyLimitMs = fields.Number($"{field}.latencyLimitMs", test.LatencyLimitMs, $"Time limit of {name}", 0.001, 60_000, "ms", optional: true),
        };
    }

    private static string[]? Assertions(string field, SmokeTestDraft test, string name, DraftFields fields)
    {
        var conditions = test.Assertions.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (conditions.Length > MostAssertions)
        {
            fields.Refuse(field, $"{char.ToUpperInvariant(name[0])}{name[1..]} has {conditions.Length} conditions; give at most {MostAssertions}, one a line.");
        }

        return conditions.Length > 0 ? conditions : null;
    }
}
