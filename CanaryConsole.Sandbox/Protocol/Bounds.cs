using System.Globalization;
using CanaryConsole.Aws.Protocol;
using CanaryConsole.Sandbox.Topics;

namespace CanaryConsole.Sandbox.Protocol;

/// <summary>Holds every request against the bounds of Amazon's model before its operation sees it. Rules between members are the operations' own.</summary>
internal static class Bounds
{
    private const string CloudWatch = "GraniteServiceVersion20100801.";
    private const string NotNull = "Member must not be null";

    /// <exception cref="AwsErrorException">A member is out of its bounds.</exception>
    public static void Check(string target, object request)
    {
        var violations = WireBounds.Violations(request).ToList();
        if (violations.Count == 0)
        {
            return;
        }

        // CloudWatch and SNS are older than the common words.
        throw target switch
        {
            _ when target.StartsWith(CloudWatch, StringComparison.Ordinal) => OfCloudWatch(violations),
            _ when target.StartsWith(TopicOperations.Prefix, StringComparison.Ordinal) => OfTopics(violations[0]),
            _ => AwsErrorException.Validation(Words(violations)),
        };
    }

    // There is a code of its own for what is left out.
    private static AwsErrorException OfCloudWatch(List<WireViolation> violations) =>
        violations.Find(violation => violation.Constraint == NotNull) is { } missing
            ? new AwsErrorException("MissingParameter", $"The parameter {QueryPath(missing.Path)} is required.")
            : new AwsErrorException("ValidationError", Words(violations));

    private static AwsErrorException OfTopics(WireViolation first) => first.Constraint == NotNull
        ? TopicParameter.Missing(QueryPath(first.Path))
        : TopicParameter.Invalid(QueryPath(first.Path), first.Constraint);

    private static string Words(List<WireViolation> violations) =>
        $"{violations.Count} validation {(violations.Count == 1 ? "error" : "errors")} detected: {string.Join("; ", violations)}";

    // metricDataQueries.1.member.id is MetricDataQueries.member.1.Id in the query protocol's writing.
    private static string QueryPath(string path)
    {
        var steps = path.Split('.');
        for (var i = 0; i < steps.Length; i++)
        {
            if (i + 1 < steps.Length && steps[i + 1] == "member")
            {
                // What is not a number is a map's key, and is written as it was given.
                if (int.TryParse(steps[i], CultureInfo.InvariantCulture, out _))
                {
                    (steps[i], steps[i + 1]) = (steps[i + 1], steps[i]);
                }

                i++;
            }
            else
            {
                steps[i] = char.ToUpperInvariant(steps[i][0]) + steps[i][1..];
            }
        }

        return string.Join('.', steps);
    }
}
