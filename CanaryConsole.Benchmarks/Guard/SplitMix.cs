namespace CanaryConsole.Benchmarks.Guard;

/// <summary>Seeded chance: SplitMix64 (Steele, Lea and Flood, OOPSLA 2014). One per stream, so that streams do not depend on which thread draws them.</summary>
internal struct SplitMix
{
    private ulong _state;

    public SplitMix(int seed, int stream)
    {
        _state = ((ulong)(uint)seed << 32) | (uint)stream;
        Next();
    }

    /// <summary>From 0 up to but not 1, in steps of 2^-53.</summary>
    public double NextDouble() => (Next() >> 11) * (1.0 / (1UL << 53));

    private ulong Next()
    {
        _state += 0x9E3779B97F4A7C15;
        var mixed = (_state ^ (_state >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return mixed ^ (mixed >> 31);
    }
}
