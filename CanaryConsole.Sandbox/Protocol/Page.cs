using System.Buffers.Text;
using System.Text;

namespace CanaryConsole.Sandbox.Protocol;

/// <summary>One page of a list.</summary>
internal sealed record Page<T>(List<T> Items, string? NextToken);

internal static class Page
{
    private const int DefaultSize = 10;
    private const int MaximumSize = 100;

    public static Page<T> Of<T>(IReadOnlyList<T> all, int? maxResults, string? nextToken, int defaultSize = DefaultSize)
    {
        Require.Between(maxResults, "maxResults", 1, MaximumSize);
        var start = Position(nextToken);
        var items = all.Skip(start).Take(maxResults ?? defaultSize).ToList();
        var next = start + items.Count;
        return new Page<T>(items, next < all.Count ? Base64Url.EncodeToString(Encoding.UTF8.GetBytes($"after:{next}")) : null);
    }

    private static int Position(string? token)
    {
        if (token is null)
        {
            return 0;
        }

        try
        {
            var text = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(token));
            if (text.StartsWith("after:", StringComparison.Ordinal) && int.TryParse(text.AsSpan(6), out var position) && position >= 0)
            {
                return position;
            }
        }
        catch (FormatException)
        {
            // Refused below with every other token that was not given out here.
        }

        throw AwsErrorException.Validation("Invalid pagination token.");
    }
}
