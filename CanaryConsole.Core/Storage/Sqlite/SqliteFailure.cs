using Microsoft.Data.Sqlite;

namespace CanaryConsole.Core.Storage.Sqlite;

/// <summary>SQLite's error codes as sentences that say what to do.</summary>
internal static class SqliteFailure
{
    public const int Corrupt = 11;
    public const int NotADatabase = 26;

    /// <param name="action">What failed, as in "Appending to stream \"rollout/r-1\"".</param>
    public static StoreException Explain(SqliteException exception, string action, string path) =>
        new($"{action} failed: {Sentence(exception, path)}", exception);

    // The codes are those of https://www.sqlite.org/rescode.html.
    private static string Sentence(SqliteException exception, string path) => exception.SqliteErrorCode switch
    {
        3 => $"the system denies access to {path}; give the console's account the right to read and write it.",
        5 or 6 => $"{path} is locked by another process; stop the other process that uses it, then try again.",
        8 => $"{path} or its folder is read-only; give the console's account the right to write both, or set Storage:Path to another file.",
        10 => $"the disk under {path} reported an error ({exception.Message}); check the disk, then restart the console.",
        Corrupt => $"{path} is damaged ({exception.Message}); stop the console and restore the file with its -wal neighbour from a backup.",
        13 => $"the disk under {path} is full; free some space.",
        14 => $"{path} cannot be opened; check that the console's account can read and write it and its folder, or set Storage:Path to another file.",
        NotADatabase => $"{path} is not a SQLite database; set Storage:Path to another file, or move this one away.",
        _ => $"{path} gave the error {exception.SqliteExtendedErrorCode} ({exception.Message}); if it stays, restart the console.",
    };
}
