namespace CanaryConsole.Sandbox.Endpoints;

/// <summary>Which variant a request goes to.</summary>
internal static class Router
{
    /// <summary>Picks by current weight; the point is uniform in [0, 1). Null while no variant carries weight.</summary>
    public static Variant? Pick(IReadOnlyList<Variant> variants, double point)
    {
        var total = 0.0;
        foreach (var variant in variants)
        {
            total += variant.CurrentWeight;
        }

        var rest = point * total;
        Variant? last = null;
        foreach (var variant in variants)
        {
            if (variant.CurrentWeight <= 0)
            {
                continue;
            }

            last = variant;
            rest -= variant.CurrentWeight;
            if (rest < 0)
            {
                break;
            }
        }

        return last;
    }
}
