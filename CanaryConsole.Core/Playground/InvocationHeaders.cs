using CanaryConsole.Core.Endpoints;

namespace CanaryConsole.Core.Playground;

/// <summary>What goes into headers of an invocation, held against the bounds of SageMaker's API, so that nothing else can be slipped in. Pure.</summary>
public static class InvocationHeaders
{
    public const int Longest = 1_024;

    /// <summary>The first thing that is wrong, as a sentence; null when all is well.</summary>
    public static string? Problem(InvocationRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return request.ContentType.Length == 0
            ? "The content type is empty; it must say what the payload is, as in application/json."
            : Problem("content type", request.ContentType) ?? Problem("accept", request.Accept) ?? Problem("custom attributes", request.CustomAttributes);
    }

    private static string? Problem(string field, string? value)
    {
        if (value is null)
        {
            return null;
        }

        if (value.Length > Longest)
        {
            return $"The {field} has {value.Length:N0} characters; at most {Longest:N0} are possible.";
        }

        return value.Any(letter => letter is < ' ' or > '~') ? $"The {field} may hold visible ASCII characters only: no line breaks, no accents." : null;
    }
}
