using System.Globalization;

namespace CanaryConsole.Core.Yaml;

/// <summary>What a text turned out to be.</summary>
public abstract record YamlReading
{
    private YamlReading()
    {
    }

    /// <param name="Json">The same document as JSON, in UTF-8; its root is an object.</param>
    public sealed record Read(ReadOnlyMemory<byte> Json, YamlLines Lines) : YamlReading;

    /// <param name="Line">From 1; null when it is about the text as a whole.</param>
    /// <param name="Field">As in "steps[1].share"; null when it is not about one.</param>
    /// <param name="Reason">One or two sentences without the line.</param>
    /// <param name="Value">What stands there; null when nothing does or it does not matter.</param>
    public sealed record Faulty(int? Line, string? Field, string Reason, string? Value = null) : YamlReading
    {
        /// <summary>The reason, with the line where there is one.</summary>
        public string Sentence => At(Line, Reason);
    }

    /// <summary>What is said of a line, as in "Line 3: steps is missing."</summary>
    public static string At(int? line, string reason) => line is { } number ? string.Create(CultureInfo.InvariantCulture, $"Line {number}: {reason}") : reason;
}
