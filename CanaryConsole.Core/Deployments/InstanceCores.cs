using System.Globalization;
using System.Text.RegularExpressions;

namespace CanaryConsole.Core.Deployments;

/// <summary>How many virtual CPUs an instance type has, by how Amazon names sizes: 4 for xlarge, and n times that for nxlarge. Pure.</summary>
public static partial class InstanceCores
{
    /// <summary>Null for a name that says no size.</summary>
    public static int? Of(string instanceType)
    {
        ArgumentNullException.ThrowIfNull(instanceType);

        // The one type of SageMaker's that keeps to no rule.
        if (instanceType == "ml.c4.8xlarge")
        {
            return 36;
        }

        return Size().Match(instanceType) is { Success: true } size
            ? size.Groups["size"].Value switch
            {
                "medium" or "large" => 2,
                "xlarge" => 4,
                var many => 4 * int.Parse(many[..^"xlarge".Length], CultureInfo.InvariantCulture),
            }
            : null;
    }

    [GeneratedRegex(@"^ml\.[a-z0-9-]+\.(?<size>medium|large|[1-9]?[0-9]?xlarge)$")]
    private static partial Regex Size();
}
