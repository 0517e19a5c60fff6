using System.Net;
using System.Text.RegularExpressions;

namespace CanaryConsole.Sandbox.S3;

internal static partial class BucketNames
{
    public static bool IsValid(string name) =>
        Pattern().IsMatch(name)
        && !name.Contains("..", StringComparison.Ordinal)
        && !name.StartsWith("xn--", StringComparison.Ordinal)
        && !name.EndsWith("-s3alias", StringComparison.Ordinal)
        && !(name.Count(one => one == '.') == 3 && IPAddress.TryParse(name, out _));

    [GeneratedRegex(@"^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$")]
    private static partial Regex Pattern();
}
