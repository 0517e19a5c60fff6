namespace CanaryConsole.Aws.Protocol;

/// <summary>One bound that one member of a message does not keep to.</summary>
/// <param name="Path">The member as Amazon writes it: <c>productionVariants.1.member.variantName</c>.</param>
/// <param name="Value">The member's value as text, shortened where it is long; null where there is none.</param>
/// <param name="Constraint">What was asked for, in Amazon's words.</param>
public sealed record WireViolation(string Path, string? Value, string Constraint)
{
    /// <summary>The sentence Amazon's services answer with.</summary>
    public override string ToString() =>
        $"Value {(Value is null ? "null" : $"'{Value}'")} at '{Path}' failed to satisfy constraint: {Constraint}";
}
