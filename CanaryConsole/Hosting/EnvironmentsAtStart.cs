using CanaryConsole.Core.Environments;

namespace CanaryConsole.Hosting;

internal static class EnvironmentsAtStart
{
    private const string Setting = "Environments:File";

    /// <summary>Reads the file of environments, where one is named. A console that cannot tell what prod asks for does not start.</summary>
    /// <exception cref="StartupException">The file cannot be read, or says something that it may not.</exception>
    public static WebApplicationBuilder AddEnvironments(this WebApplicationBuilder builder)
    {
        if (builder.Configuration[Setting] is { Length: > 0 } path)
        {
            builder.Services.AddSingleton<IEnvironmentDirectory>(Read(path));
        }

        return builder;
    }

    private static EnvironmentDirectory Read(string path)
    {
        try
        {
            if (new FileInfo(path).Length > EnvironmentFile.MaxBytes)
            {
                throw new StartupException($"{Setting} is {path}, which has more than {EnvironmentFile.MaxBytes} bytes.");
            }

            return EnvironmentFile.Read(File.ReadAllText(path)) switch
            {
                EnvironmentReading.Read read => new EnvironmentDirectory(read.Environments),
                var other => throw new StartupException($"{Setting} is {path}. {((EnvironmentReading.Faulty)other).Reason}"),
            };
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new StartupException($"{Setting} is {path}, which cannot be read: {failure.Message}", failure);
        }
    }
}
