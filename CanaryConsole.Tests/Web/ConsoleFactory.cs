using CanaryConsole.Core;
using CanaryConsole.Core.Endpoints;
using CanaryConsole.Core.Monitoring;
using CanaryConsole.Core.Registry;
using CanaryConsole.Core.Rollouts;
using CanaryConsole.Core.Storage;
using CanaryConsole.Hosting.Security;
using CanaryConsole.Hosting.Settings;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace CanaryConsole.Tests.Web;

/// <summary>The whole web application with its own pipeline, on fakes instead of core, store and cloud; nothing runs in the background.</summary>
internal sealed class ConsoleFactory : WebApplicationFactory<ConsoleSettings>
{
    public FakeRolloutService Rollouts { get; } = new();

    public FakeCloud Cloud { get; } = new();

    public FakeIdempotencyStore Answers { get; } = new();

    public FakeEventStore Log { get; } = new();

    public SnapshotFeed<MonitorSnapshot> Feed { get; } = new(MonitorSnapshot.Empty);

    public ManualTimeProvider Clock { get; } = new();

    /// <summary>More than any test asks for, unless a test is about just that.</summary>
    public Allowance Allowance { get; init; } = new(10_000, 10_000, 10_000);

    public void Reset()
    {
        Rollouts.Reset();
        Cloud.Reset();
        Answers.Answers.Clear();
        Log.Reset();
        Feed.Publish(MonitorSnapshot.Empty);
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Production");
        builder.ConfigureTestServices(services =>
        {
            foreach (var own in services.Where(IsOwnBackgroundService).ToList())
            {
                services.Remove(own);
            }

            services.RemoveAll<SnapshotFeed<MonitorSnapshot>>();
            services.AddSingleton(Feed);
            services.Replace(ServiceDescriptor.Singleton<ISnapshotFeed<MonitorSnapshot>>(Feed));
            services.Replace(ServiceDescriptor.Singleton<IRolloutService>(Rollouts));
            services.Replace(ServiceDescriptor.Singleton<IWeightService>(Cloud));
            services.Replace(ServiceDescriptor.Singleton<IEndpointControl>(Cloud));
            services.Replace(ServiceDescriptor.Singleton<IModelRegistry>(Cloud));
            services.Replace(ServiceDescriptor.Singleton<IPackageCatalog>(Cloud));
            services.Replace(ServiceDescriptor.Singleton<IIdempotencyStore>(Answers));
            services.Replace(ServiceDescriptor.Singleton<IEventStore>(Log));
            services.Replace(ServiceDescriptor.Singleton(new WallClock(Clock)));
            services.Replace(ServiceDescriptor.Singleton(Allowance));
        });
    }

    private static bool IsOwnBackgroundService(ServiceDescriptor service) =>
        service.ServiceType == typeof(IHostedService)
        && service.ImplementationType?.FullName?.StartsWith("CanaryConsole.", StringComparison.Ordinal) == true;
}
