using CanaryConsole.Hosting.Settings;

namespace CanaryConsole.Hosting;

/// <summary>The `healthcheck` verb: asks a running console, for images that have no other HTTP client.</summary>
internal static class HealthProbe
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(5);

    public static async Task<int> RunAsync(string[] args)
    {
        var configuration = VerbConfiguration.Read(args);
        var address = ListenAddresses.Split(configuration["urls"] ?? ConsoleSettings.DefaultUrls)[0];
        using var client = new HttpClient { Timeout = Limit };
        try
        {
            using var answer = await client.GetAsync(new Uri(new Uri(address), "/healthz"));
            await Console.Out.WriteLineAsync(await answer.Content.ReadAsStringAsync());
            return answer.IsSuccessStatusCode ? ConsoleProcess.Done : ConsoleProcess.FoundWrong;
        }
        catch (Exception exception) when (exception is HttpRequestException or TaskCanceledException)
        {
            await Console.Error.WriteLineAsync($"No console answered at {address}: {exception.Message}");
            return ConsoleProcess.FoundWrong;
        }
    }
}
