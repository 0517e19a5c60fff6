namespace CanaryConsole.Core.Statistics;

/// <summary>
/// A zero of a function that changes its sign between two points, by bisection, secant and inverse quadratic steps (R. P. Brent, Algorithms for Minimization
/// Without Derivatives, 1973, chapter 4, procedure zero). A function with steps gets a point at which it jumps over 0, or one of a plateau at 0.
/// </summary>
internal static class BrentRoot
{
    private const int MaximumSteps = 1000;

    // The distance from 1 to the next double.
    private const double Epsilon = 2.220446049250313E-16;

    /// <param name="function">Its values at the two ends have different signs, or one of them is 0.</param>
    /// <param name="tolerance">Absolute, in the unit of the argument; at least 0. 0 stands for all that a double can tell apart.</param>
    public static double Find(Func<double, double> function, double low, double high, double tolerance)
    {
        // The best guess so far, the one before it, and the other end of the bracket.
        var best = high;
        var atBest = function(high);
        var previous = low;
        var atPrevious = function(low);
        if (atPrevious == 0)
        {
            return low;
        }

        var (opposite, atOpposite) = (previous, atPrevious);
        for (var step = 0; step < MaximumSteps; step++)
        {
            var moved = best - previous;
            if (Math.Abs(atOpposite) < Math.Abs(atBest))
            {
                (previous, best, opposite) = (best, opposite, best);
                (atPrevious, atBest, atOpposite) = (atBest, atOpposite, atBest);
            }

            var accuracy = (2 * Epsilon * Math.Abs(best)) + (tolerance / 2);
            var halfway = (opposite - best) / 2;
            if (Math.Abs(halfway) <= accuracy || atBest == 0)
            {
                return best;
            }

            var change = Math.Abs(moved) >= accuracy && Math.Abs(atPrevious) > Math.Abs(atBest) && Interpolate() is { } interpolated ? interpolated : halfway;
            if (Math.Abs(change) < accuracy)
            {
                change = Math.CopySign(accuracy, change);
            }

            (previous, atPrevious) = (best, atBest);
            best += change;
            atBest = function(best);
            if (atBest * Math.Sign(atOpposite) > 0)
            {
                (opposite, atOpposite) = (previous, atPrevious);
            }

            // Null where the step would leave the safe part of the bracket, or would hardly shrink it.
            double? Interpolate()
            {
                var bracket = opposite - best;
                double numerator, denominator;
                if (previous == opposite)
                {
                    var slope = atBest / atPrevious;
                    (numerator, denominator) = (bracket * slope, 1 - slope);
                }
                else
                {
                    var (q, r, s) = (atPrevious / atOpposite, atBest / atOpposite, atBest / atPrevious);
                    numerator = s * ((bracket * q * (q - r)) - ((best - previous) * (r - 1)));
                    denominator = (q - 1) * (r - 1) * (s - 1);
                }

                (numerator, denominator) = numerator > 0 ? (numerator, -denominator) : (-numerator, denominator);
                return numerator < (0.75 * bracket * denominator) - (Math.Abs(accuracy * denominator) / 2) && numerator < Math.Abs(moved * denominator / 2)
                    ? numerator / denominator
                    : null;
            }
        }

        return best;
    }
}
