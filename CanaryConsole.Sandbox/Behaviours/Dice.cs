namespace CanaryConsole.Sandbox.Behaviours;

/// <summary>Seeded draws.</summary>
internal sealed class Dice(int seed)
{
    private readonly Random _random = new(seed);

    /// <summary>A seed of its own for everything that has a name, so that adding one does not change the others' luck.</summary>
    public static Dice For(int seed, string name)
    {
        var hash = seed;
        foreach (var letter in name)
        {
            hash = unchecked((hash * 31) + letter);
        }

        return new Dice(hash);
    }

    /// <summary>Uniform in [0, 1).</summary>
    public double Uniform() => _random.NextDouble();

    /// <summary>Standard normal.</summary>
    public double Normal() => Math.Sqrt(-2 * Math.Log(1 - _random.NextDouble())) * Math.Cos(2 * Math.PI * _random.NextDouble());

    /// <summary>The gap to the next event of a Poisson process, in units of the mean gap.</summary>
    public double Exponential() => -Math.Log(1 - _random.NextDouble());
}
