namespace CanaryConsole.Presentation;

/// <summary>Reasons come from many authors; on a page each is one sentence.</summary>
internal static class SentenceText
{
    /// <summary>With one full stop and a capital letter, however its author left it; empty stays empty.</summary>
    public static string Of(string text)
    {
        var trimmed = text.Trim().TrimEnd('.');
        return trimmed.Length == 0 ? "" : $"{char.ToUpperInvariant(trimmed[0])}{trimmed[1..]}.";
    }
}
