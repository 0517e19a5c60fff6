using System.Text.RegularExpressions;

namespace CanaryConsole.Aws.Protocol;

/// <summary>The regular expression a text must match from end to end, written as in Amazon's model, so in Java's dialect.</summary>
[AttributeUsage(AttributeTargets.Property, AllowMultiple = true)]
public sealed class PatternAttribute(string expression) : BoundAttribute
{
    private readonly Regex _regex = JavaPattern.Compile(expression);

    public string Expression { get; } = expression;

    internal override IEnumerable<string> Constraints => [$"Member must satisfy regular expression pattern: {Expression}"];

    internal override IEnumerable<string> Violations(object value) => Matches((string)value) ? [] : Constraints;

    private bool Matches(string text)
    {
        try
        {
            return _regex.IsMatch(text);
        }
        catch (RegexMatchTimeoutException)
        {
            // A text made to keep the matcher busy is not one the pattern was written for.
            return false;
        }
    }
}
