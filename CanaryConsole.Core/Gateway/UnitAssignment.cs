using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace CanaryConsole.Core.Gateway;

/// <summary>Which variant a unit (a user, a session, a device) is asked of. Pure: the same on every console, at every time, as long as salt and shares are.</summary>
internal static class UnitAssignment
{
    private const int OnStack = 1024;

    /// <summary>
    /// The challenger takes the lower end of the scale, up to its share: who is there stays there while the share grows. The others divide the rest, each unit by a second, independent place
    /// in it, so that a challenger that grows takes from all alike.
    /// </summary>
    /// <param name="salt">What the places are drawn by: another rollout is another draw.</param>
    /// <param name="challenger">Null where no rollout is under way.</param>
    /// <returns>Null when no variant has a weight.</returns>
    public static string? Choose(string salt, ReadOnlySpan<char> unit, IReadOnlyList<VariantShare> variants, string? challenger)
    {
        double total = 0, challenging = 0;
        foreach (var variant in variants)
        {
            total += variant.Weight;
            challenging += variant.Name == challenger ? variant.Weight : 0;
        }

        if (!(total > 0))
        {
            return null;
        }

        var (place, among) = Places(salt, unit);
        if (place < challenging / total)
        {
            return challenger;
        }

        return Among(variants, challenger, among * (total - challenging));
    }

    private static string? Among(IReadOnlyList<VariantShare> variants, string? challenger, double place)
    {
        string? last = null;
        foreach (var variant in variants)
        {
            if (variant.Name == challenger || !(variant.Weight > 0))
            {
                continue;
            }

            last = variant.Name;
            if (place < variant.Weight)
            {
                return last;
            }

            place -= variant.Weight;
        }

        // Rounding may leave the last place just past the end; with no other variant the challenger has it all.
        return last ?? challenger;
    }

    /// <summary>Two independent places from 0 to below 1, by SHA-256.</summary>
    private static (double First, double Second) Places(string salt, ReadOnlySpan<char> unit)
    {
        var length = Encoding.UTF8.GetMaxByteCount(salt.Length + 1 + unit.Length);
        var rented = length > OnStack ? ArrayPool<byte>.Shared.Rent(length) : null;
        try
        {
            var text = rented ?? stackalloc byte[OnStack];
            var written = Encoding.UTF8.GetBytes(salt, text);
            text[written++] = 0;
            written += Encoding.UTF8.GetBytes(unit, text[written..]);
            Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
            SHA256.HashData(text[..written], digest);
            return (Place(digest), Place(digest[sizeof(ulong)..]));
        }
        finally
        {
            if (rented is not null)
            {
                ArrayPool<byte>.Shared.Return(rented, clearArray: true);
            }
        }
    }

    // The 53 bits that a double holds.
    private static double Place(ReadOnlySpan<byte> digest) => (BinaryPrimitives.ReadUInt64LittleEndian(digest) >> 11) * (1.0 / (1L << 53));
}

internal readonly record struct VariantShare(string Name, double Weight);
