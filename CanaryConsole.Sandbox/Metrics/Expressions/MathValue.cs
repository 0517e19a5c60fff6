namespace CanaryConsole.Sandbox.Metrics.Expressions;

/// <summary>What an expression or a part of one amounts to.</summary>
internal abstract record MathValue
{
    private MathValue()
    {
    }

    public sealed record Scalar(double Value) : MathValue;

    public sealed record Single(Series Series) : MathValue;

    public sealed record Many(IReadOnlyList<Series> Series) : MathValue;
}
