using CanaryConsole.Core;
using CanaryConsole.Core.Endpoints;

namespace CanaryConsole.Presentation.Weights;

/// <summary>Shares being edited. They are kept in tenths of a percent and always add up to 100 %; moving one moves the others in proportion.</summary>
internal sealed class WeightDraft
{
    private const int Whole = 1000;

    private readonly IReadOnlyList<string> _variants;
    private readonly int[] _start;
    private readonly int[] _tenths;

    private WeightDraft(IReadOnlyList<string> variants, int[] start, int[] tenths) => (_variants, _start, _tenths) = (variants, start, tenths);

    public bool IsChanged => !_tenths.SequenceEqual(_start);

    /// <summary>As the endpoint stands: nothing changed yet.</summary>
    public static WeightDraft Of(EndpointDescription endpoint)
    {
        var tenths = Round([.. endpoint.Variants.Select(variant => endpoint.ShareOf(variant.Name).Fraction)], Whole);
        return new WeightDraft([.. endpoint.Variants.Select(variant => variant.Name)], tenths, tenths);
    }

    /// <summary>Gives one variant a share; the others grow or shrink in proportion, and by their share at the start if they have nothing left.</summary>
    /// <param name="percent">Clamped to 0..100 and rounded to a tenth.</param>
    public WeightDraft Move(string variant, double percent)
    {
        var moved = IndexOf(variant);
        if (_variants.Count < 2 || moved < 0 || double.IsNaN(percent))
        {
            return this;
        }

        var tenths = (int)Math.Round(Math.Clamp(percent, 0, 100) * 10, MidpointRounding.AwayFromZero);
        var rest = Round(Proportions(moved), Whole - tenths);
        rest[moved] = tenths;
        return new WeightDraft(_variants, _start, rest);
    }

    public WeightDraft Reset() => new(_variants, _start, _start);

    public Percentage ShareOf(string variant) => IndexOf(variant) is >= 0 and var index ? Percentage.FromFraction(_tenths[index] / (double)Whole) : Percentage.Zero;

    /// <summary>True when both began from the same shares of the same variants.</summary>
    public bool HasSameStartAs(WeightDraft other) => _variants.SequenceEqual(other._variants) && _start.SequenceEqual(other._start);

    /// <summary>True when both now say the same, to the tenth.</summary>
    public bool SaysSameAs(WeightDraft other) => _variants.SequenceEqual(other._variants) && _tenths.SequenceEqual(other._tenths);

    /// <summary>The same wishes on another start.</summary>
    public WeightDraft On(WeightDraft other) => _variants.SequenceEqual(other._variants) ? new WeightDraft(_variants, other._start, _tenths) : other;

    /// <summary>Fractions by variant, as a weight change wants them.</summary>
    public IReadOnlyDictionary<string, double> ToShares() => _variants.ToDictionary(variant => variant, variant => ShareOf(variant).Fraction);

    private int IndexOf(string variant) => _variants.ToList().IndexOf(variant);

    private double[] Proportions(int moved)
    {
        double[] now = [.. _tenths.Select((value, index) => index == moved ? 0.0 : value)];
        if (now.Sum() > 0)
        {
            return now;
        }

        double[] before = [.. _start.Select((value, index) => index == moved ? 0.0 : value)];
        return before.Sum() > 0 ? before : [.. _start.Select((_, index) => index == moved ? 0.0 : 1.0)];
    }

    // Largest remainder: whole parts first, then the parts left over to those that lost most by rounding, so that the sum is exact.
    private static int[] Round(double[] proportions, int total)
    {
        var sum = proportions.Sum();
        if (sum <= 0)
        {
            return new int[proportions.Length];
        }

        double[] exact = [.. proportions.Select(part => part / sum * total)];
        int[] whole = [.. exact.Select(part => (int)Math.Floor(part + 1e-9))];
        var left = total - whole.Sum();
        foreach (var index in Enumerable.Range(0, exact.Length).OrderByDescending(index => exact[index] - whole[index]).Take(left))
        {
            whole[index]++;
        }

        return whole;
    }
}
