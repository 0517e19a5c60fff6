using System.Globalization;
using CanaryConsole.Core.Gateway;

namespace CanaryConsole.Tests.Core.Gateway;

public class UnitAssignmentTests
{
    private const int Units = 20_000;

    [Theory]
    [InlineData(0.01)]
    [InlineData(0.25)]
    [InlineData(0.9)]
    public void Choose_ManyUnits_FollowsTheShare(double share)
    {
        var chosen = All("r1", share).Count(variant => variant == "challenger");

        // Five standard deviations of a binomial count.
        Assert.InRange(chosen, (Units * share) - Spread(share), (Units * share) + Spread(share));
    }

    [Fact]
    public void Choose_WhileTheShareGrows_KeepsWhoeverIsOnTheChallenger()
    {
        var before = All("r1", 0);
        Assert.DoesNotContain("challenger", before);
        foreach (var share in new[] { 0.01, 0.05, 0.25, 0.5, 0.99, 1 })
        {
            var after = All("r1", share);

            Assert.All(before.Zip(after), pair => Assert.True(pair.First != "challenger" || pair.Second == "challenger"));
            before = after;
        }

        Assert.All(before, variant => Assert.Equal("challenger", variant));
    }

    [Fact]
    public void Choose_AmongTheOthers_StaysWhereItWasUnlessTheChallengerTakesIt()
    {
        var (before, after) = (Three(0.1), Three(0.4));

        Assert.All(before.Zip(after), pair => Assert.True(pair.First == pair.Second || pair.Second == "challenger"));
        Assert.InRange(before.Count(variant => variant == "b"), Units * 0.9 / 4 * 0.9, Units * 0.9 / 4 * 1.1);
    }

    [Fact]
    public void Choose_InAnotherRollout_DrawsAnew()
    {
        var both = All("r1", 0.5).Zip(All("r2", 0.5)).Count(pair => pair is { First: "challenger", Second: "challenger" });

        Assert.InRange(both, (Units / 4) - Spread(0.25), (Units / 4) + Spread(0.25));
    }

    [Fact]
    public void Choose_TheSameUnit_IsTheSameOnEveryMachine() =>
        Assert.Equal(
            ["challenger", "challenger", "champion", "challenger"],
            new[] { "u-1", "u-3", "ä", new string('x', 5_000) }.Select(unit => UnitAssignment.Choose("r1", unit, Shares(0.5), "challenger")));

    [Fact]
    public void Choose_NoWeightAnywhere_LeavesItOpen() => Assert.Null(UnitAssignment.Choose("r1", "u", [new("a", 0), new("b", 0)], null));

    private static double Spread(double share) => 5 * Math.Sqrt(Units * share * (1 - share));

    private static List<string?> All(string salt, double share) => [.. Names().Select(unit => UnitAssignment.Choose(salt, unit, Shares(share), "challenger"))];

    private static List<string?> Three(double share) =>
        [.. Names().Select(unit => UnitAssignment.Choose("r1", unit, [new("a", 3 * (1 - share)), new("challenger", 4 * share), new("b", 1 - share)], "challenger"))];

    private static IEnumerable<string> Names() => Enumerable.Range(0, Units).Select(unit => unit.ToString(CultureInfo.InvariantCulture));

    private static IReadOnlyList<VariantShare> Shares(double share) => [new("champion", 1 - share), new("challenger", share)];
}
