namespace CanaryConsole.Api;

internal static class Reasons
{
    private const int Longest = 1000;

    /// <summary>Null for a reason that can stand in the journal; otherwise the answer to give.</summary>
    public static IResult? Check(string reason) => reason.Trim().Length is > 0 and <= Longest
        ? null
        : Problems.OutOfBounds("reason", reason, $"reason must be 1 to {Longest} characters: it stands in the journal.");
}
