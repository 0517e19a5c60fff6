using System.IO.Enumeration;

namespace CanaryConsole.Core.Gateway;

/// <summary>The names that a list such as <c>media-*;search-embeddings</c> allows.</summary>
internal sealed class EndpointPatterns(string patterns)
{
    private readonly string[] _patterns = patterns.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    public bool IsEmpty => _patterns.Length == 0;

    public bool Allow(string endpoint)
    {
        foreach (var pattern in _patterns)
        {
            if (FileSystemName.MatchesSimpleExpression(pattern, endpoint, ignoreCase: false))
            {
                return true;
            }
        }

        return false;
    }
}
