using CanaryConsole.Api;
using CanaryConsole.Aws;
using CanaryConsole.Components;
using CanaryConsole.Core;
using CanaryConsole.Core.Artifacts;
using CanaryConsole.Core.Hooks;
using CanaryConsole.Core.Monitoring;
using CanaryConsole.Core.Registry;
using CanaryConsole.Core.Storage;
using CanaryConsole.Core.Storage.Sqlite;
using CanaryConsole.Gateway;
using CanaryConsole.Hosting;
using CanaryConsole.Hosting.Security;
using CanaryConsole.Hosting.Settings;
using CanaryConsole.Live;

return await ConsoleProcess.RunAsync(args, static settingArgs =>
{
    var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = settingArgs, ContentRootPath = AppContext.BaseDirectory });
    var settings = ConsoleSettings.Read(builder.Configuration);
    builder.AddConsoleHost(settings);
    builder.AddConsoleSecurity();
    builder.Services.Configure<StorageOptions>(builder.Configuration.GetSection(StorageOptions.Section)).AddSqliteStorage();
    builder.AddSandbox(settings);
    builder.AddEnvironments();
    builder.Services.AddCanaryAws(settings.Aws);
    builder.AddPrices(settings);
    builder.Services.Configure<MonitoringOptions>(builder.Configuration.GetSection(MonitoringOptions.Section)).AddCanaryCore();
    builder.Services.Configure<HookOptions>(builder.Configuration.GetSection(HookOptions.Section));
    builder.Services.Configure<RegistryOptions>(builder.Configuration.GetSection(RegistryOptions.Section));
    builder.Services.Configure<ArtifactOptions>(builder.Configuration.GetSection(ArtifactOptions.Section));
    builder.AddInvocationGateway(settings);
    builder.Services.AddConsoleApi();
    builder.Services.AddLiveHub();
    builder.Services.AddConsoleUi();

    var app = builder.Build();
    app.UseFaultPage();
    app.UseConsoleSecurity();
    app.UseConsoleApi();
    app.MapConsoleApi();
    app.MapInvocationGateway();
    app.MapLiveHub();
    app.MapHealth();
    app.MapConsoleUi();
    return app;
});
