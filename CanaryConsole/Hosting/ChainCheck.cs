using CanaryConsole.Core.Storage;
using CanaryConsole.Core.Storage.Sqlite;

namespace CanaryConsole.Hosting;

/// <summary>The `verify` verb: is the event log as it was written?</summary>
internal static class ChainCheck
{
    public static async Task<int> RunAsync(string[] args)
    {
        var configuration = VerbConfiguration.Read(args);
        await using var services = new ServiceCollection()
            .Configure<StorageOptions>(configuration.GetSection(StorageOptions.Section))
            .AddSqliteStorage()
            .BuildServiceProvider();
        var found = await services.GetRequiredService<IChainVerifier>().VerifyAsync(CancellationToken.None);
        foreach (var broken in found.Breaks)
        {
            await Console.Out.WriteLineAsync(broken);
        }

        await Console.Out.WriteLineAsync($"{found.Events} events in {found.Streams} streams read: {(found.Breaks.Count == 0 ? "every chain is whole." : $"{found.Breaks.Count} breaks found.")}");
        return found.Breaks.Count == 0 ? ConsoleProcess.Done : ConsoleProcess.FoundWrong;
    }
}
