namespace CanaryConsole.Tests.Sandbox.RealClients;

/// <summary>A test with a real client from outside: skipped with a reason where the command is absent, but never in CI.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class CommandFactAttribute : FactAttribute
{
    public CommandFactAttribute(string command)
    {
        if (Environment.GetEnvironmentVariable("CI") != "true" && !IsInstalled(command))
        {
            Skip = $"The command '{command}' was not found on this machine.";
        }
    }

    private static bool IsInstalled(string command) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => folder.Length > 0 && File.Exists(Path.Combine(folder, command)));
}
