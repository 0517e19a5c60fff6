namespace CanaryConsole.Core.Costs;

/// <summary>A price file cannot be used as it stands. The message names the file, the line, the field and what it may be.</summary>
public sealed class PriceFileException : Exception
{
    public PriceFileException()
    {
    }

    public PriceFileException(string message)
        : base(message)
    {
    }

    public PriceFileException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
