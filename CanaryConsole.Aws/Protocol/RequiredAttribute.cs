namespace CanaryConsole.Aws.Protocol;

/// <summary>The member must be set.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class RequiredAttribute : Attribute;
