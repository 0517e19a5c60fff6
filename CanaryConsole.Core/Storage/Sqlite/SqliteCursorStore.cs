namespace CanaryConsole.Core.Storage.Sqlite;

internal sealed class SqliteCursorStore(SqliteDatabase database) : ICursorStore
{
    public Task<long> ReadAsync(string reader, CancellationToken cancellationToken) =>
        database.ReadAsync(
            $"Reading the cursor of \"{reader}\"",
            connection => connection.Scalar("SELECT position FROM cursors WHERE reader = @reader", ("@reader", reader)) as long? ?? 0,
            cancellationToken);

    public Task SaveAsync(string reader, long position, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrEmpty(reader);
        ArgumentOutOfRangeException.ThrowIfNegative(position);
        return database.WriteAsync(
            $"Saving the cursor of \"{reader}\"",
            connection => connection.Execute(
                "INSERT INTO cursors (reader, position) VALUES (@reader, @position) ON CONFLICT (reader) DO UPDATE SET position = excluded.position",
                ("@reader", reader),
                ("@position", position)),
            cancellationToken);
    }
}
