namespace CanaryConsole.Sandbox.Faults;

/// <summary>One value of a fault, with its bounds. <see cref="Above"/> is the bound that is just not allowed any more.</summary>
internal sealed record FaultField(string Name, FaultFieldType Type, string Meaning)
{
    public bool IsRequired { get; init; } = true;

    public double Above { get; init; } = double.NegativeInfinity;

    public double Minimum { get; init; } = double.NegativeInfinity;

    public double Maximum { get; init; } = double.PositiveInfinity;

    public string? Suggestion { get; init; }

    public IReadOnlyList<string> Choices { get; init; } = [];
}

internal enum FaultFieldType
{
    Operation,
    Endpoint,
    Variant,
    Number,
    Choice,
}
