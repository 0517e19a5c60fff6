using CanaryConsole.Core;
using CanaryConsole.Presentation.Weights;
using FsCheck;
using FsCheck.Fluent;
using static CanaryConsole.Tests.Components.SnapshotBuilder;

namespace CanaryConsole.Tests.Presentation.Weights;

public sealed class WeightDraftTests
{
    [Fact]
    public void Move_OneOfThree_OthersKeepTheirProportion() => Assert.Equal([40, 40, 20], Percents(Draft(70, 20, 10).Move("v0", 40)));

    [Fact]
    public void Move_AllToOneAndBack_OthersGetBackTheirProportion() =>
        Assert.Equal([70, 20, 10], Percents(Draft(70, 20, 10).Move("v0", 100).Move("v0", 70)));

    [Fact]
    public void Move_OthersNeverHadAny_ShareEvenly() => Assert.Equal([60, 20, 20], Percents(Draft(100, 0, 0).Move("v0", 60)));

    [Fact]
    public void Of_ThirdsOfAWhole_SumToAHundred() => Assert.Equal([33.4, 33.3, 33.3], Percents(Draft(1, 1, 1)));

    [Fact]
    public void Move_BeyondTheEnds_IsClamped()
    {
        Assert.Equal([100, 0], Percents(Draft(50, 50).Move("v0", 140)));
        Assert.Equal([0, 100], Percents(Draft(50, 50).Move("v0", -3)));
    }

    [Fact]
    public void Move_NotANumberOrUnknownOrAlone_ChangesNothing()
    {
        Assert.False(Draft(50, 50).Move("v0", double.NaN).IsChanged);
        Assert.False(Draft(50, 50).Move("other", 10).IsChanged);
        Assert.False(Draft(1).Move("v0", 10).IsChanged);
    }

    [Fact]
    public void Move_AnyMoves_SumStaysAHundredAndTheMovedOneIsExact() => Prop.ForAll<byte[], int[]>((weights, moves) =>
    {
        var variants = weights.Take(8).Select(weight => (double)weight).ToArray();
        if (variants.Length < 2 || variants.Sum() <= 0)
        {
            return true;
        }

        var draft = Draft(variants);
        foreach (var move in moves.Take(20))
        {
            var variant = $"v{Math.Abs(move % variants.Length)}";
            var percent = Math.Abs(move % 1001) / 10.0;
            draft = draft.Move(variant, percent);
            if (Math.Abs(draft.ToShares().Values.Sum() - 1) > 1e-9 || Math.Abs(draft.ShareOf(variant).Percent - percent) > 1e-9)
            {
                return false;
            }
        }

        return true;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void On_AnotherStart_KeepsTheWish()
    {
        var wish = Draft(80, 20).Move("v0", 60).On(Draft(70, 30));

        Assert.Equal([60, 40], Percents(wish));
        Assert.Equal([70, 30], Percents(wish.Reset()));
    }

    private static WeightDraft Draft(params double[] weights) =>
        WeightDraft.Of(Endpoint(variants: [.. weights.Select((weight, index) => Variant($"v{index}", weight: weight))]).Description);

    private static double[] Percents(WeightDraft draft) => [.. draft.ToShares().Values.Select(share => Math.Round(Percentage.FromFraction(share).Percent, 6))];
}
