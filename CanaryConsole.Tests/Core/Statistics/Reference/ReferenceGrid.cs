namespace CanaryConsole.Tests.Core.Statistics.Reference;

/// <summary>What is compared with the reference.</summary>
internal static class ReferenceGrid
{
    public static IReadOnlyList<ReferenceCase> Cases { get; } = [.. ProportionCases.All, .. SequentialCases.All, .. KayentaCases.All, .. TailCases.All, .. BeliefCases.All, .. MeanCases.All];
}
