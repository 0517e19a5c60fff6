using System.Globalization;
using System.Text;

namespace CanaryConsole.Presentation;

/// <summary>The outline of a small line chart: an SVG path, broken where nothing was measured.</summary>
internal static class SparklinePath
{
    public const int Width = 96;
    public const int Height = 24;
    private const double Padding = 2;

    /// <param name="low">Value at the bottom.</param>
    /// <param name="high">Value at the top; above <paramref name="low"/>. Values beyond either are drawn at the edge.</param>
    public static string Of(IReadOnlyList<double?> values, double low, double high)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(high, low);
        var path = new StringBuilder();
        var drawing = false;
        for (var index = 0; index < values.Count; index++)
        {
            if (values[index] is not { } value)
            {
                drawing = false;
                continue;
            }

            var x = values.Count > 1 ? Width * (double)index / (values.Count - 1) : Width;
            var y = Padding + ((Height - (2 * Padding)) * (1 - Math.Clamp((value - low) / (high - low), 0, 1)));
            var alone = !drawing && (index == values.Count - 1 || values[index + 1] is null);

            // A lone point has no line to be on; a short one makes it visible.
            path.Append(CultureInfo.InvariantCulture, $"{(drawing ? 'L' : 'M')}{x:0.#},{y:0.#}");
            if (alone)
            {
                path.Append("h.01");
            }

            drawing = true;
        }

        return path.ToString();
    }
}
