using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace CanaryConsole.Core.Storage;

/// <summary>
/// The hash that chains events. It is the SHA-256, in lower-case hex, of these fields in this order: position, stream, version, type, time, actor,
/// payload, previous hash. Each field is its UTF-8 bytes after their number in decimal and a colon, as in "12:rollout/r-12", so that no two events are
/// written alike; the numbers are decimal, the time is UTC as in "2026-11-21T01:02:03.4567890Z".
/// </summary>
public static class EventHash
{
    /// <summary>The previous hash of a stream's first event.</summary>
    public static string Genesis { get; } = new('0', 64);

    private const string TimeFormat = "yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'";

    // Text that is not valid Unicode would be changed on its way to the store; it must fail here instead.
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>What <see cref="StoredEvent.Hash"/> must be; the event's own hash is not looked at.</summary>
    /// <exception cref="ArgumentException">A text member is not valid Unicode.</exception>
    public static string Of(StoredEvent stored)
    {
        ArgumentNullException.ThrowIfNull(stored);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        AddField(hash, stored.Position.ToString(CultureInfo.InvariantCulture));
        AddField(hash, stored.Stream);
        AddField(hash, stored.Version.ToString(CultureInfo.InvariantCulture));
        AddField(hash, stored.Type);
        AddField(hash, FormatTime(stored.At));
        AddField(hash, stored.Actor);
        AddField(hash, stored.Payload);
        AddField(hash, stored.PreviousHash);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>One text for one instant, in UTC, to 100 ns; its order as text is the order in time.</summary>
    internal static string FormatTime(DateTimeOffset at) => at.UtcDateTime.ToString(TimeFormat, CultureInfo.InvariantCulture);

    internal static bool TryParseTime(string text, out DateTimeOffset at) => DateTimeOffset.TryParseExact(
        text, TimeFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out at);

    private static void AddField(IncrementalHash hash, string text)
    {
        var bytes = StrictUtf8.GetBytes(text);
        hash.AppendData(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{bytes.Length}:")));
        hash.AppendData(bytes);
    }
}
