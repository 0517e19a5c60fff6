using Microsoft.Data.Sqlite;

namespace CanaryConsole.Core.Storage.Sqlite;

/// <summary>
/// Verifies the file itself: SQLite's own check of its pages and indexes, every event's chain, and that no position is missing. It changes nothing, makes
/// no file, and can run beside a console that is writing.
/// </summary>
internal sealed class SqliteChainVerifier(SqliteDatabase database) : IChainVerifier
{
    public Task<ChainVerification> VerifyAsync(CancellationToken cancellationToken) => Task.Run(() => Verify(cancellationToken), cancellationToken);

    private ChainVerification Verify(CancellationToken cancellationToken)
    {
        if (!File.Exists(database.Path))
        {
            throw new StoreException($"There is no database at {database.Path}, so there is nothing to verify; check Storage:Path.");
        }

        try
        {
            using var connection = database.OpenForReading(pooling: false);
            SqliteSchema.Check(connection, database.Path);
            if (SqliteSchema.IsEmpty(connection))
            {
                throw new StoreException($"{database.Path} holds no event log, so there is nothing to verify; check Storage:Path.");
            }

            // One transaction: what is appended meanwhile must not look like a difference.
            using var transaction = connection.BeginTransaction(deferred: true);
            var walk = new ChainWalk();
            CheckFile(connection, walk);
            CheckEvents(connection, walk, cancellationToken);
            return walk.Result;
        }
        catch (SqliteException failure)
        {
            throw SqliteFailure.Explain(failure, "Verifying the store", database.Path);
        }
    }

    private static void CheckFile(SqliteConnection connection, ChainWalk walk)
    {
        try
        {
            using var command = connection.Command("PRAGMA integrity_check(100)");
            using var rows = command.ExecuteReader();
            while (rows.Read())
            {
                if (rows.GetString(0) is var finding && finding != "ok")
                {
                    walk.AddBreak($"The file is damaged: {finding.ReplaceLineEndings(" ")}.");
                }
            }
        }
        catch (SqliteException failure) when (failure.SqliteErrorCode is SqliteFailure.Corrupt)
        {
            walk.AddBreak($"The file is damaged: {failure.Message}");
        }
    }

    private static void CheckEvents(SqliteConnection connection, ChainWalk walk, CancellationToken cancellationToken)
    {
        var position = 0L;
        try
        {
            // The table alone is read, never an index, which may be damaged in its own way.
            using var command = connection.Command($"SELECT {EventRow.Columns} FROM events NOT INDEXED ORDER BY position");
            using var rows = command.ExecuteReader();
            while (rows.Read())
            {
                cancellationToken.ThrowIfCancellationRequested();
                CheckGap(walk, position, rows.GetInt64(0));
                position = rows.GetInt64(0);
                if (EventRow.Read(rows, out var problem) is { } stored)
                {
                    walk.Add(stored);
                }
                else
                {
                    walk.AddUnreadable(problem);
                }
            }

            var last = connection.Scalar("SELECT seq FROM sqlite_sequence WHERE name = 'events'") as long? ?? 0;
            CheckGap(walk, position, last + 1);
        }
        catch (SqliteException failure) when (failure.SqliteErrorCode is SqliteFailure.Corrupt)
        {
            walk.AddBreak($"The file is damaged after the event at position {position}, and what follows cannot be read: {failure.Message}");
        }
    }

    private static void CheckGap(ChainWalk walk, long before, long next)
    {
        if (next != before + 1)
        {
            walk.AddBreak($"The log goes from position {before} to {next}: what was stored between them is missing, or a position was changed.");
        }
    }
}
