using System.Security.Cryptography;
using System.Text;

namespace CanaryConsole.Sandbox.Scaling;

/// <summary>Ids that look random and are the same in every run.</summary>
internal static class StableId
{
    public static Guid Of(string name) => new(SHA256.HashData(Encoding.UTF8.GetBytes(name)).AsSpan(0, 16));
}
