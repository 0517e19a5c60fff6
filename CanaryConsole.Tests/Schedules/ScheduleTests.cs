using CanaryConsole.Aws.Adapters;
using Microsoft.Extensions.DependencyInjection;

namespace CanaryConsole.Tests.Schedules;

/// <summary>What a schedule is worth: it tells the same story twice, and finds a console that believes too much.</summary>
public sealed class ScheduleTests
{
    private const int EnoughToFind = 200;

    /// <summary>Plays one seed again and tells its story: CANARYCONSOLE_SEED=4711 dotnet test --filter ScheduleTests.</summary>
    [Fact]
    public async Task Replay_OfTheSeedInTheEnvironment_KeepsTheLaws()
    {
        if (int.TryParse(Environment.GetEnvironmentVariable("CANARYCONSOLE_SEED"), out var seed))
        {
            await Schedule.RunAsync(seed);
        }
    }

    [Fact]
    public async Task Run_SameSeedTwice_TellsTheSameStory()
    {
        for (var seed = 20; seed < 30; seed++)
        {
            Assert.Equal(await Schedule.RunAsync(seed), await Schedule.RunAsync(seed));
        }
    }

    [Fact]
    public async Task Run_ConsoleThatTrustsStatusAlone_IsFound()
    {
        for (var seed = 0; seed < EnoughToFind; seed++)
        {
            try
            {
                await Schedule.RunAsync(seed, TrustStatusAlone);
            }
            catch (LawBrokenException broken)
            {
                Assert.Contains(", and the challenger has", broken.Message, StringComparison.Ordinal);
                return;
            }
        }

        Assert.Fail($"{EnoughToFind} schedules did not find it.");
    }

    private static void TrustStatusAlone(IServiceCollection services)
    {
        services.AddSingleton<SageMakerEndpointControl>();
        services.AddSingleton(provider => CredulousControl.Of(provider.GetRequiredService<SageMakerEndpointControl>()));
    }
}
