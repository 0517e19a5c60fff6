using Microsoft.Data.Sqlite;

namespace CanaryConsole.Core.Storage.Sqlite;

/// <summary>
/// Reads a row of the events table, and takes nothing for granted: SQLite would hand out a damaged number as 0 and a blob as text,
/// so a column that is not of its type makes the row unreadable.
/// </summary>
internal static class EventRow
{
    public const string Columns = "position, stream, version, type, at, actor, payload, previous_hash, hash";

    /// <summary>The event, or what is wrong with the row.</summary>
    public static StoredEvent? Read(SqliteDataReader row, out string problem)
    {
        problem = "";
        if (row.GetValue(0) is long position
            && row.GetValue(1) is string stream
            && row.GetValue(2) is long and >= 1 and <= int.MaxValue and var version
            && row.GetValue(3) is string type
            && row.GetValue(4) is string atText && EventHash.TryParseTime(atText, out var at)
            && row.GetValue(5) is string actor
            && row.GetValue(6) is string payload
            && row.GetValue(7) is string previousHash
            && row.GetValue(8) is string hash)
        {
            return new(position, stream, (int)version, type, at, actor, payload, previousHash, hash);
        }

        problem = $"The event at position {row.GetValue(0)} is damaged: a column does not hold what was written.";
        return null;
    }

    /// <exception cref="StoreException">The row is damaged.</exception>
    public static IReadOnlyList<StoredEvent> ReadList(SqliteCommand command, string path)
    {
        using var rows = command.ExecuteReader();
        var events = new List<StoredEvent>();
        while (rows.Read())
        {
            events.Add(Read(rows, out var problem)
                ?? throw new StoreException($"{problem} Run the console with \"verify\" to see how much of {path} is affected, then restore it from a backup."));
        }

        return events;
    }
}
