using System.Text.RegularExpressions;

namespace CanaryConsole.Aws.Protocol;

/// <summary>The regular expression a text must match from end to end, written as in Amazon's model, so in Java's dialect.</summary>
[AttributeUsage(AttributeTargets.Property, AllowMultiple = true)]
public sealed class PatternAttribute(string expression) : BoundAttribute
{
    private const int LongestKept = 256;

    private readonly Regex _regex = JavaPattern.Compile(expression);

    // The same name comes again and again: of one endpoint in every invocation, of one namespace in every query.
    private volatile string? _lastMatch;

    public string Expression { get; } = expression;

    internal override IEnumerable<string> Constraints => [$"Member must satisfy regular expression pattern: {Expression}"];

    internal override IEnumerable<string> Violations(object value) => Holds(value) ? [] : Constraints;

    internal override bool Holds(object value)
    {
        var text = (string)value;
        if (string.Equals(text, _lastMatch, StringComparison.Ordinal))
        {
            return true;
        }

        try
        {
            var isMatch = _regex.IsMatch(text);
            _lastMatch = isMatch && text.Length <= LongestKept ? text : _lastMatch;
            return isMatch;
        }
        catch (RegexMatchTimeoutException)
        {
            // A text made to keep the matcher busy is not one the pattern was written for.
            return false;
        }
    }
}
