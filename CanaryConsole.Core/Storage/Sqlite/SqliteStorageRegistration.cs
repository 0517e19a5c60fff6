using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace CanaryConsole.Core.Storage.Sqlite;

public static class SqliteStorageRegistration
{
    /// <summary>
    /// Adds the embedded store: events, idempotent answers, cursors and the verifier, in the file of <see cref="StorageOptions.Path"/>. The host opens it
    /// at its start; add it before whatever reads the store then.
    /// </summary>
    public static IServiceCollection AddSqliteStorage(this IServiceCollection services)
    {
        services.AddOptions<StorageOptions>();
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<SqliteDatabase>();
        services.TryAddSingleton<IEventStore, SqliteEventStore>();
        services.TryAddSingleton<IIdempotencyStore, SqliteIdempotencyStore>();
        services.TryAddSingleton<ICursorStore, SqliteCursorStore>();
        services.TryAddSingleton<IChainVerifier, SqliteChainVerifier>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, OpenStorageAtStart>());
        return services;
    }
}
