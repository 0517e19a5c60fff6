namespace CanaryConsole.Hosting;

/// <summary>The process from its command line to its exit code: 0 done, 1 looked and found something wrong, 2 asked for something that cannot be.</summary>
internal static class ConsoleProcess
{
    public const int Done = 0;
    public const int FoundWrong = 1;
    public const int CannotStart = 2;

    public static async Task<int> RunAsync(string[] args, Func<string[], WebApplication> build)
    {
        try
        {
            var commandLine = CommandLine.Read(args);
            return commandLine.Verb switch
            {
                Verb.Help => await PrintHelpAsync(),
                Verb.Verify => await ChainCheck.RunAsync(commandLine.Settings),
                Verb.HealthCheck => await HealthProbe.RunAsync(commandLine.Settings),
                Verb.Serve => await ServeAsync(build, commandLine.Settings),
            };
        }
        catch (Exception exception) when (StartupFailure.Sentence(exception) is { } sentence)
        {
            await Console.Error.WriteLineAsync(sentence);
            return CannotStart;
        }
    }

    private static async Task<int> ServeAsync(Func<string[], WebApplication> build, string[] settings)
    {
        await using var app = build(settings);
        var loops = app.Services.GetServices<IHostedService>().OfType<BackgroundService>().ToList();
        await app.RunAsync();

        // A loop that broke has stopped the host, which counts that as a proper end; whoever supervises the process must not.
        return loops.Any(loop => loop.ExecuteTask is { IsFaulted: true }) ? FoundWrong : Done;
    }

    private static async Task<int> PrintHelpAsync()
    {
        await Console.Out.WriteAsync(HelpText.Write());
        return Done;
    }
}
