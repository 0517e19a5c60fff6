using System.Text.Json;

namespace CanaryConsole.Core.Hooks;

/// <summary>What a hook's body says. Yes is <c>{"proceed": true}</c> and nothing else; a "reason" beside it is kept for people.</summary>
internal static class HookReply
{
    public const int MaximumBytes = 64 * 1024;

    private const int MaximumReason = 500;

    public static (bool Proceed, string? Reason) Read(int status, byte[] body)
    {
        var (proceed, words) = Parse(body);
        return status switch
        {
            >= 300 and < 400 => (false, $"it answered with status {status}, and redirects are not followed"),
            < 200 or >= 400 => (false, words ?? $"it answered with status {status}"),
            _ when body.Length > MaximumBytes => (false, $"its answer is longer than {MaximumBytes / 1024} KB"),
            _ => proceed switch
            {
                true => (true, words),
                false => (false, words ?? "it answered no"),
                null => (false, "its answer is not {\"proceed\": true}"),
            },
        };
    }

    private static (bool? Proceed, string? Reason) Parse(byte[] body)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            return json.RootElement.ValueKind is not JsonValueKind.Object
                ? (null, null)
                : (json.RootElement.TryGetProperty("proceed", out var proceed) && proceed.ValueKind is JsonValueKind.True or JsonValueKind.False ? proceed.GetBoolean() : null,
                    json.RootElement.TryGetProperty("reason", out var reason) && reason.ValueKind is JsonValueKind.String ? Plain(reason.GetString()!) : null);
        }
        catch (Exception unreadable) when (unreadable is JsonException or InvalidOperationException)
        {
            return (null, null);
        }
    }

    // Somebody else's words, on their way into the journal: one line of bounded length.
    private static string? Plain(string reason)
    {
        var line = string.Concat(reason.Take(MaximumReason).Select(character => char.IsControl(character) || char.IsSurrogate(character) ? ' ' : character)).Trim();
        return line.Length > 0 ? line : null;
    }
}
