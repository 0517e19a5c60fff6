using System.Globalization;
using System.Text;
using CanaryConsole.Core.Rollouts;

namespace CanaryConsole.Core;

/// <summary>The name under which a person or a program acts: claimed and not proven, until sign-in exists. The log keeps it for ever, so it is short and printable.</summary>
public static class ActorName
{
    public const int Longest = 64;

    /// <summary>Null for a name that can stand in the log; otherwise what is wrong with it, as a sentence.</summary>
    /// <param name="name">Spaces around it do not count.</param>
    /// <param name="what">How the name is called where it was given, as in "X-Actor".</param>
    public static string? Problem(string? name, string what) => name?.Trim() switch
    {
        null or "" => $"{what} is empty; it must be 1 to {Longest} letters, digits, spaces or marks.",
        { Length: > Longest } tooLong => string.Create(CultureInfo.InvariantCulture, $"{what} has {tooLong.Length} characters; at most {Longest} are possible."),
        var given when !given.EnumerateRunes().All(IsPrintable) => $"{what} has a character that cannot be printed; use letters, digits, spaces or marks.",
        var given when AreSame(given, RolloutInput.Monitor) => $"{what} is \"{given}\", the name of the console's own work; choose another.",
        _ => null,
    };

    /// <summary>Whether two names mean one person: upper and lower case do not make two.</summary>
    public static bool AreSame(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);

    private static bool IsPrintable(Rune rune) => rune.Value == ' ' || Rune.GetUnicodeCategory(rune) is not (
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned
        or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.SpaceSeparator);
}
