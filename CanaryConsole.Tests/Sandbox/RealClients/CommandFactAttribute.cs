using System.Collections.Concurrent;
using System.Diagnostics;

namespace CanaryConsole.Tests.Sandbox.RealClients;

/// <summary>
/// A test with a real client from outside: skipped with a reason where the command is absent, or where it cannot do what the probe asks of it, but never in CI.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class CommandFactAttribute : FactAttribute
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);
    private static readonly ConcurrentDictionary<string, bool> Answers = new();

    public CommandFactAttribute(string command, params string[] probe)
    {
        if (Environment.GetEnvironmentVariable("CI") == "true")
        {
            return;
        }

        if (!IsInstalled(command))
        {
            Skip = $"The command '{command}' was not found on this machine.";
        }
        else if (probe.Length > 0 && !Answers.GetOrAdd($"{command} {string.Join(' ', probe)}", _ => Succeeds(command, probe)))
        {
            Skip = $"'{command} {string.Join(' ', probe)}' fails on this machine.";
        }
    }

    private static bool IsInstalled(string command) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => folder.Length > 0 && File.Exists(Path.Combine(folder, command)));

    private static bool Succeeds(string command, string[] probe)
    {
        using var process = Process.Start(new ProcessStartInfo(command, probe) { RedirectStandardError = true, RedirectStandardOutput = true })!;
        return process.WaitForExit(Limit) && process.ExitCode == 0;
    }
}
