using CanaryConsole.Core.Storage;
using CanaryConsole.Core.Storage.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace CanaryConsole.Tests.Core.Storage.Sqlite;

public sealed class SqliteStorageRegistrationTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("canaryconsole-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task AddSqliteStorage_HostStarts_OpensTheOneFileBehindEveryStore()
    {
        var path = Path.Combine(_folder, "x.db");
        using var services = Build(path);
        foreach (var hosted in services.GetServices<IHostedService>())
        {
            await hosted.StartAsync(CancellationToken.None);
        }

        Assert.True(File.Exists(path));
        await services.GetRequiredService<ICursorStore>().SaveAsync("x", 1, CancellationToken.None);
        await services.GetRequiredService<IIdempotencyStore>().KeepAsync("k", new("", 200, "", ""), CancellationToken.None);
        await services.GetRequiredService<IEventStore>().AppendAsync(new("a", 0, [TemporaryStore.Event("one")]), CancellationToken.None);
        Assert.Equal(1, (await services.GetRequiredService<IChainVerifier>().VerifyAsync(CancellationToken.None)).Events);
    }

    [Fact]
    public async Task AddSqliteStorage_PathCannotBeOpened_EndsTheStartWithASentence()
    {
        using var services = Build(_folder);

        var failure = await Assert.ThrowsAsync<StoreException>(() => services.GetServices<IHostedService>().Single().StartAsync(CancellationToken.None));

        Assert.StartsWith($"The database cannot be {_folder}, because that is a folder", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AddSqliteStorage_Twice_RegistersOnce()
    {
        var services = new ServiceCollection().AddSqliteStorage();
        var count = services.Count;

        Assert.Equal(count, services.AddSqliteStorage().Count(descriptor => descriptor.ServiceType != typeof(IConfigureOptions<StorageOptions>)));
    }

    private static ServiceProvider Build(string path) => new ServiceCollection()
        .AddSingleton(Options.Create(new StorageOptions { Path = path }))
        .AddSqliteStorage()
        .BuildServiceProvider();
}
