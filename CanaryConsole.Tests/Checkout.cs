namespace CanaryConsole.Tests;

/// <summary>Where the repository lies that these tests were built from.</summary>
internal static class Checkout
{
    public static string Root { get; } = Find();

    private static string Find()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            if (File.Exists(Path.Combine(at.FullName, "CanaryConsole.sln")))
            {
                return at.FullName;
            }
        }

        throw new DirectoryNotFoundException($"There is no CanaryConsole.sln above {AppContext.BaseDirectory}: run the tests inside the repository.");
    }
}
