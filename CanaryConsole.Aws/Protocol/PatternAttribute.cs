namespace CanaryConsole.Aws.Protocol;

/// <summary>The regular expression a text must match from end to end, written as in Amazon's model, so in Java's dialect.</summary>
[AttributeUsage(AttributeTargets.Property, AllowMultiple = true)]
public sealed class PatternAttribute(string expression) : BoundAttribute
{
    public string Expression { get; } = expression;
}
