using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace CanaryConsole.Core.Hooks;

/// <summary>
/// Proves that a call comes from this console and when: <c>t=SECONDS,v1=HEX</c>, where HEX is the HMAC-SHA256 of the bytes
/// <c>SECONDS.BODY</c> under the signing key's UTF-8 bytes, and SECONDS the Unix time of the call.
/// </summary>
internal static class HookSignature
{
    public const string Header = "X-CanaryConsole-Signature";

    public static string Of(string key, DateTimeOffset at, ReadOnlySpan<byte> body)
    {
        var seconds = at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        byte[] signed = [.. Encoding.UTF8.GetBytes(seconds), (byte)'.', .. body];
        return $"t={seconds},v1={Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(key), signed))}";
    }
}
