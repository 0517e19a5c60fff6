namespace CanaryConsole.Tests.Browser;

/// <summary>A test in a real browser: skipped with a reason where no Chromium is found; in CI a missing one fails instead.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class ChromiumFactAttribute : FactAttribute
{
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome"];

    public ChromiumFactAttribute()
    {
        if (Executable is null && Environment.GetEnvironmentVariable("CI") != "true")
        {
            Skip = "No Chromium was found on the PATH; install one to run the browser tests.";
        }
    }

    /// <summary>Null when there is none.</summary>
    public static string? Executable { get; } = (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .SelectMany(folder => Names.Select(name => Path.Combine(folder, name)))
        .FirstOrDefault(File.Exists);
}
