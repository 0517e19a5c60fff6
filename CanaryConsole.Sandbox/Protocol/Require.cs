using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace CanaryConsole.Sandbox.Protocol;

/// <summary>The bounds of members, refused in SageMaker's words.</summary>
internal static partial class Require
{
    public static T Present<T>([NotNull] T? value, string member)
        where T : class =>
        value ?? throw AwsErrorException.Constraint(member, null, "Member must not be null");

    public static string Name([NotNull] string? value, string member)
    {
        Present(value, member);
        if (value.Length > 63)
        {
            throw AwsErrorException.Constraint(member, value, "Member must have length less than or equal to 63");
        }

        if (!NamePattern().IsMatch(value))
        {
            throw AwsErrorException.Constraint(member, value, "Member must satisfy regular expression pattern: [a-zA-Z0-9](-*[a-zA-Z0-9]){0,62}");
        }

        return value;
    }

    public static void Size<T>(IReadOnlyCollection<T> values, string member, int atLeast, int atMost)
    {
        if (values.Count < atLeast)
        {
            throw AwsErrorException.Constraint(member, $"[{values.Count} items]", $"Member must have length greater than or equal to {atLeast}");
        }

        if (values.Count > atMost)
        {
            throw AwsErrorException.Constraint(member, $"[{values.Count} items]", $"Member must have length less than or equal to {atMost}");
        }
    }

    public static void Between(int? value, string member, int atLeast, int atMost)
    {
        if (value < atLeast)
        {
            throw AwsErrorException.Constraint(member, value, $"Member must have value greater than or equal to {atLeast}");
        }

        if (value > atMost)
        {
            throw AwsErrorException.Constraint(member, value, $"Member must have value less than or equal to {atMost}");
        }
    }

    [GeneratedRegex("^[a-zA-Z0-9](-*[a-zA-Z0-9]){0,62}$")]
    private static partial Regex NamePattern();
}
