using CanaryConsole.Hosting.Settings;

namespace CanaryConsole.Hosting;

/// <summary>The settings for a verb that serves nothing: read from the same places, checked by the same rules.</summary>
internal static class VerbConfiguration
{
    public static IConfiguration Read(string[] args)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
        SettingCheck.Run(builder.Configuration);
        return builder.Configuration;
    }
}
