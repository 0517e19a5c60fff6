using CanaryConsole.Core;
using CanaryConsole.Core.Guardrails;
using CanaryConsole.Presentation.Guards;
using CanaryConsole.Tests.Components;

namespace CanaryConsole.Tests.Presentation.Guards;

public sealed class GuardPromiseTests
{
    private static readonly Guardrail Sequential = SnapshotBuilder.ErrorRate() with { Test = GuardTest.Sequential };

    [Fact]
    public void Of_SequentialPlan_SaysTheBudgetInWholeRollouts() =>
        Assert.Equal("At most 1 in 100 healthy rollouts is rolled back by chance, however often one looks.", Said(0.01, Sequential));

    [Fact]
    public void Of_BudgetThatIsNoWholePart_NeverPromisesMoreThanIsKept() => Assert.StartsWith("At most 1 in 66 healthy", Said(0.015, Sequential));

    [Fact]
    public void Of_GuardrailsThatCountLooksBeside_SaysThatTheyAreOutsideOfIt() => Assert.EndsWith(
        "The promise does not hold for 1 guardrail that counts looks or has a test of its own.", Said(0.01, Sequential, SnapshotBuilder.LatencyP99()));

    [Fact]
    public void Of_OnlyFailedLooks_PromisesNothing() => Assert.Null(Said(0.01, SnapshotBuilder.ErrorRate(), Sequential with { Enforcing = false }));

    [Fact]
    public void Of_PlanOfAnOlderConsole_PromisesNothing() => Assert.Null(GuardPromise.Of(SnapshotBuilder.Plan(guardrails: [Sequential])));

    [Fact]
    public void Of_WarningsThatCountLooks_AreNoExceptionSinceTheyRollNothingBack() => Assert.EndsWith(
        "however often one looks.", Said(0.01, Sequential, SnapshotBuilder.LatencyP99() with { Severity = Severity.Warning }));

    private static string? Said(double budget, params Guardrail[] guardrails) =>
        GuardPromise.Of(SnapshotBuilder.Plan(guardrails: guardrails) with { FalseRollbackBudget = Percentage.FromFraction(budget) })?.Said;
}
