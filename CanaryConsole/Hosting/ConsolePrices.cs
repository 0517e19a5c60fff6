using CanaryConsole.Core.Costs;
using CanaryConsole.Hosting.Settings;

namespace CanaryConsole.Hosting;

/// <summary>The price table of the console, read at the start so that a fault in the file is said at once.</summary>
internal static class ConsolePrices
{
    public const string FileSetting = "Costs:PriceFile";

    /// <exception cref="StartupException">The file cannot be read, or a line of it is no price.</exception>
    public static void AddPrices(this WebApplicationBuilder builder, ConsoleSettings settings)
    {
        try
        {
            builder.Services.AddSingleton(PriceTables.Read(builder.Configuration[FileSetting] ?? "", settings.Aws.Region));
        }
        catch (PriceFileException fault)
        {
            throw new StartupException($"{FileSetting}: {fault.Message}", fault);
        }
    }
}
