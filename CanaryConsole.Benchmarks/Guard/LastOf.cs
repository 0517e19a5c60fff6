using System.Numerics;

namespace CanaryConsole.Benchmarks.Guard;

/// <summary>Whether so many of the latest looks failed.</summary>
internal sealed class LastOf(int needed, int of)
{
    private uint _failed;

    public bool Add(bool failed)
    {
        _failed = ((_failed << 1) | (failed ? 1u : 0)) & ((1u << of) - 1);
        return BitOperations.PopCount(_failed) >= needed;
    }
}
