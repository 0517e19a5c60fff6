using System.Diagnostics;

namespace CanaryConsole.Tests.Core.Statistics.Reference;

/// <summary>A comparison with scipy and statsmodels: skipped with a reason where the system's Python has neither, but never in CI.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class ReferenceTheoryAttribute : TheoryAttribute
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);
    private static readonly Lazy<string?> Missing = new(Find);

    public ReferenceTheoryAttribute() => Skip = Missing.Value;

    private static string? Find()
    {
        if (Environment.GetEnvironmentVariable("CI") == "true")
        {
            return null;
        }

        if (!File.Exists(ReferenceScript.Python))
        {
            return $"There is no {ReferenceScript.Python} on this machine.";
        }

        using var process = Process.Start(new ProcessStartInfo(ReferenceScript.Python, ["-c", "import scipy.stats, statsmodels"]) { RedirectStandardError = true })!;
        if (!process.WaitForExit(Limit))
        {
            process.Kill(entireProcessTree: true);
        }
        else if (process.ExitCode == 0)
        {
            return null;
        }

        return $"{ReferenceScript.Python} has no scipy or no statsmodels on this machine (Debian: python3-scipy, python3-statsmodels).";
    }
}
