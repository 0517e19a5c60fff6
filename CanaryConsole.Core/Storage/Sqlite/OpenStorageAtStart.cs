using Microsoft.Extensions.Hosting;

namespace CanaryConsole.Core.Storage.Sqlite;

/// <summary>Opens the file before anything else starts, so that a wrong path ends the start with a sentence instead of the first command.</summary>
internal sealed class OpenStorageAtStart(SqliteDatabase database) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken) => database.OpenAsync(cancellationToken);

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
