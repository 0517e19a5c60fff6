using System.Text;
using CanaryConsole.Hosting.Settings;

namespace CanaryConsole.Hosting;

internal static class HelpText
{
    public static string Write()
    {
        var text = new StringBuilder("""
            CanaryConsole rolls machine-learning models out on Amazon SageMaker endpoints.

            canaryconsole [--Setting=value ...]               serve the console
            canaryconsole verify [--Storage:Path=file]        check the event log's hash chains; exit code 0 when whole, 1 when broken
            canaryconsole healthcheck [--urls=address]        ask a running console whether it is ready; exit code 0 when it is

            Settings may stand on the command line, in the environment (Sandbox__TimeScale=30) or in appsettings.json:


            """);
        foreach (var setting in SettingCatalog.All)
        {
            text.Append("  --").AppendLine(setting.Key);
            text.Append("      ").Append(setting.Meaning).AppendLine(setting.Default.Length > 0 ? $" (default: {setting.Default})" : "");
        }

        return text.ToString();
    }
}
