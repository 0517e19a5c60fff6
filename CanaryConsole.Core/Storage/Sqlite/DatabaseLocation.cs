namespace CanaryConsole.Core.Storage.Sqlite;

/// <summary>Where the database file is, and its folder made ready.</summary>
internal static class DatabaseLocation
{
    /// <exception cref="StoreException">The path cannot be one.</exception>
    public static string Resolve(string path)
    {
        try
        {
            return Path.GetFullPath(string.IsNullOrWhiteSpace(path) ? Default() : path);
        }
        catch (Exception exception) when (exception is ArgumentException or NotSupportedException or PathTooLongException)
        {
            throw new StoreException($"Storage:Path \"{path}\" is not a path: {exception.Message} Set it to a file, as in /var/lib/canaryconsole/canaryconsole.db.", exception);
        }
    }

    /// <exception cref="StoreException">The folder is not there and cannot be made, or the path names a folder.</exception>
    public static void Prepare(string path)
    {
        if (Directory.Exists(path) || Path.EndsInDirectorySeparator(path))
        {
            throw new StoreException($"The database cannot be {path}, because that is a folder; set Storage:Path to a file in it, as in {Path.Combine(path, "canaryconsole.db")}.");
        }

        var folder = Path.GetDirectoryName(path)!;
        if (Directory.Exists(folder))
        {
            return;
        }

        try
        {
            if (OperatingSystem.IsWindows())
            {
                Directory.CreateDirectory(folder);
            }
            else
            {
                // The log says who did what: it is nobody else's business.
                Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new StoreException(
                $"The folder {folder} for the database is not there and cannot be made ({exception.Message}); set Storage:Path to a file in a folder that can be written.",
                exception);
        }
    }

    private static string Default()
    {
        // Unverified, because a fresh account has no such folder yet and would get an empty answer.
        var folder = Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify);
        return Path.Combine(folder.Length > 0 ? folder : Path.GetTempPath(), "canaryconsole", "canaryconsole.db");
    }
}
