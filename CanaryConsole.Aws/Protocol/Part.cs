namespace CanaryConsole.Aws.Protocol;

/// <summary>Which part of a member a bound speaks of.</summary>
public enum Part
{
    /// <summary>The member's value as a whole.</summary>
    Whole,

    /// <summary>Each item of a list.</summary>
    Items,

    /// <summary>Each key of a map.</summary>
    Keys,

    /// <summary>Each value of a map.</summary>
    Values,
}
