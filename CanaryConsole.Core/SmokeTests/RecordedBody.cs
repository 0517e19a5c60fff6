using System.Text;

namespace CanaryConsole.Core.SmokeTests;

/// <summary>A body as it is kept: its first 64 KB, as text where it is UTF-8 and as base64 where it is not.</summary>
/// <param name="Bytes">How long the whole body was.</param>
/// <param name="IsCut">There was more than is kept.</param>
public sealed record RecordedBody(string Text, int Bytes, bool IsCut, bool IsBase64)
{
    public const int MaximumBytes = 64 * 1024;

    /// <summary>A character of UTF-8 has at most this many bytes after its first.</summary>
    private const int LongestTail = 3;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Never the text: wherever a record is written as a whole, it may be a log.</summary>
    public override string ToString() => $"{Bytes} bytes";

    public static RecordedBody Of(ReadOnlySpan<byte> body)
    {
        var isCut = body.Length > MaximumBytes;
        var kept = isCut ? body[..MaximumBytes] : body;

        // A cut may go through a character; that is no reason to take a text for something else.
        for (var tail = 0; tail <= (isCut ? LongestTail : 0); tail++)
        {
            try
            {
                return new RecordedBody(Strict.GetString(kept[..^tail]), body.Length, isCut, IsBase64: false);
            }
            catch (DecoderFallbackException)
            {
                // Not the text it could be; perhaps a byte shorter, or else no text.
            }
        }

        return new RecordedBody(Convert.ToBase64String(kept), body.Length, isCut, IsBase64: true);
    }
}
