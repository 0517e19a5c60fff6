using System.Globalization;
using System.Text;
using CanaryConsole.Core.Playground;
using FsCheck;
using FsCheck.Fluent;

namespace CanaryConsole.Tests.Core.Playground;

public class JsonComparisonTests
{
    [Fact]
    public void Compare_ChangedAddedAndRemoved_AreToldByPath()
    {
        var difference = Compare("""{"model":"v7","predictions":[{"score":0.5},1],"old":true}""", """{"predictions":[{"score":0.25}],"model":"v8","new":null}""");

        Assert.Equal(
            [
                new JsonChange("$.model", JsonChangeKind.Changed, "\"v7\"", "\"v8\""),
                new JsonChange("$.predictions[0].score", JsonChangeKind.Changed, "0.5", "0.25", -0.25),
                new JsonChange("$.predictions[1]", JsonChangeKind.Removed, "1", null),
                new JsonChange("$.old", JsonChangeKind.Removed, "true", null),
                new JsonChange("$.new", JsonChangeKind.Added, null, "null"),
            ],
            difference.Changes);
        Assert.False(difference.AreSame);
    }

    [Theory]
    [InlineData("1", "1.0", 0, true)]
    [InlineData("0.5", "0.5004", 0.001, true)]
    [InlineData("0.5", "0.502", 0.001, false)]
    [InlineData("9007199254740992", "9007199254740993", 0, false)]
    [InlineData("1e400", "1e401", 0.1, false)]
    [InlineData("\"1\"", "1", 1, false)]
    public void Compare_Numbers_AreHeldAgainstTheTolerance(string first, string second, double tolerance, bool same) =>
        Assert.Equal(same, JsonComparison.Compare(Encoding.UTF8.GetBytes(first), Encoding.UTF8.GetBytes(second), tolerance).AreSame);

    [Fact]
    public void Compare_OddNames_AreQuoted() =>
        Assert.Equal("$['it\\'s odd'][0]", Assert.Single(Compare("""{"it's odd":[1]}""", """{"it's odd":[2]}""").Changes).Path);

    [Fact]
    public void Compare_NoJson_SaysSo() => Assert.Contains("must be JSON", Compare("0.5,0.25", "{}").Problem, StringComparison.Ordinal);

    [Fact]
    public void Compare_NestedTooDeep_SaysSo()
    {
        var deep = new string('[', 65) + new string(']', 65);

        Assert.Contains("64 deep", Compare(deep, deep).Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Compare_TooLarge_SaysSo() =>
        Assert.Contains("1,048,577 bytes", JsonComparison.Compare(new byte[JsonComparison.LargestBody + 1], "{}"u8.ToArray(), 0).Problem, StringComparison.Ordinal);

    [Fact]
    public void Compare_MoreThanCanBeListed_IsCut()
    {
        var difference = Compare($"[{string.Join(',', Enumerable.Repeat("1", 300))}]", $"[{string.Join(',', Enumerable.Repeat("2", 300))}]");

        Assert.Equal((200, true), (difference.Changes.Count, difference.IsCut));
    }

    [Fact]
    public void Compare_AnythingWithItself_IsTheSame() => Check.One(Quick, Prop.ForAll(
        Json().ToArbitrary(), json => Compare(json, json) is { AreSame: true }));

    [Fact]
    public void Compare_TheOtherWayRound_HasTheSamePathsAndAddedForRemoved() => Check.One(Quick, Prop.ForAll(
        Gen.Two(Json()).ToArbitrary(),
        both =>
        {
            var there = Compare(both.Item1, both.Item2);
            var back = Compare(both.Item2, both.Item1);
            return there.IsCut || there.Changes.Select(change => (change.Path, change.Before, change.After)).ToHashSet()
                .SetEquals(back.Changes.Select(change => (change.Path, change.After, change.Before)));
        }));

    [Fact]
    public void Compare_MembersInAnotherOrder_MakesNoDifference() => Check.One(Quick, Prop.ForAll(
        Json().ListOf(4).ToArbitrary(),
        values =>
        {
            var members = values.Select((value, index) => $"\"m{index}\":{value}").ToList();
            return Compare($"{{{string.Join(',', members)}}}", $"{{{string.Join(',', members.AsEnumerable().Reverse())}}}").AreSame;
        }));

    private static Config Quick => Config.QuickThrowOnFailure.WithMaxTest(60);

    private static Gen<string> Json() => Gen.Sized(size => Json(Math.Min(size, 4)));

    private static Gen<string> Json(int depth)
    {
        var leaf = Gen.OneOf(
            Gen.Choose(-1000, 1000).Select(number => (number / 8.0).ToString(CultureInfo.InvariantCulture)),
            Gen.Elements("true", "false", "null", "\"a\"", "\"b c\""));
        return depth == 0
            ? leaf
            : Gen.OneOf(
                leaf,
                Json(depth - 1).ListOf(3).Select(items => $"[{string.Join(',', items)}]"),
                Json(depth - 1).ListOf(3).Select(items => $"{{{string.Join(',', items.Select((item, index) => $"\"k{index}\":{item}"))}}}"));
    }

    private static JsonDifference Compare(string first, string second) => JsonComparison.Compare(Encoding.UTF8.GetBytes(first), Encoding.UTF8.GetBytes(second), 0);
}
