namespace CanaryConsole.Sandbox.Containers;

/// <summary>Pings every model's containers again and again, outside the world's lock, and keeps what they answer.</summary>
internal sealed class ContainerHealth(Simulation simulation, ContainerClient client, TimeProvider time)
{
    /// <summary>Between two rounds, on the sandbox's clock.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);

    private const int AtOnce = 8;

    public Task RunAsync(CancellationToken cancellationToken) => Task.WhenAll(CheckAllForeverAsync(cancellationToken), CheckNewcomersAsync(cancellationToken));

    internal Task CheckAllAsync(CancellationToken cancellationToken)
    {
        var containers = simulation.Visit(static (world, _) => Known(world));
        return Parallel.ForEachAsync(
            containers.GroupBy(container => container.Ping),
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken },
            async (same, token) =>
            {
                var answers = await client.PingAsync(same.Key, token);
                foreach (var container in same)
                {
                    container.Report(answers);
                }
            });
    }

    // A model may be deleted while an endpoint still runs it.
    private static List<Container> Known(World world) =>
    [
        .. world.Models.All
            .Concat(world.Endpoints.All.SelectMany(endpoint => endpoint.Variants).Select(variant => variant.Model))
            .SelectMany(model => model.Containers)
            .Distinct(),
    ];

    private async Task CheckAllForeverAsync(CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        try
        {
            while (await timer.WaitForNextTickAsync(cancellationToken))
            {
                await CheckAllAsync(cancellationToken);
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // Stopped on purpose.
        }
    }

    private async Task CheckNewcomersAsync(CancellationToken cancellationToken)
    {
        var newcomers = simulation.Visit(static (world, _) => world.Containers.Unchecked);
        try
        {
            await Parallel.ForEachAsync(
                newcomers.ReadAllAsync(cancellationToken),
                new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken },
                async (container, token) => container.Report(await client.PingAsync(container.Ping, token)));
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // Stopped on purpose.
        }
    }
}
