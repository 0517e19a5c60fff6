using CanaryConsole.Api;
using CanaryConsole.Aws;
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
    builder.Services.AddCanaryAws(settings.Aws);
    builder.Services.AddConsoleApi();
    builder.Services.AddLiveHub();

    var app = builder.Build();
    app.UseConsoleSecurity();
    app.UseConsoleApi();
    app.MapConsoleApi();
    app.MapLiveHub();
    app.MapHealth();
    return app;
});
