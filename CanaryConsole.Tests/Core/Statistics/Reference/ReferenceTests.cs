namespace CanaryConsole.Tests.Core.Statistics.Reference;

/// <summary>Every statistic against scipy, statsmodels, or a formula of another kind in reference.py, over a grid.</summary>
public sealed class ReferenceTests(ReferenceScript script) : IClassFixture<ReferenceScript>
{
    public static TheoryData<string> Functions => [.. ReferenceGrid.Cases.Select(one => one.Function).Distinct()];

    [ReferenceTheory]
    [MemberData(nameof(Functions))]
    public async Task Statistic_OverTheGrid_AgreesWithTheReference(string function)
    {
        var wrong = new List<string>();
        foreach (var (one, theirs) in await script.OfAsync(function))
        {
            if (one.Ours.Length != theirs.Length || one.Ours.Zip(theirs).Any(pair => !one.Agrees(pair.First, pair.Second)))
            {
                wrong.Add($"{string.Join(", ", one.Arguments.Select(Text))}: ours {Text(one.Ours)}, theirs {Text(theirs)}");
            }
        }

        Assert.True(wrong.Count == 0, $"{wrong.Count} differ, the first: {string.Join("\n", wrong.Take(5))}");
    }

    private static string Text(object value) => value is System.Collections.IEnumerable list and not string
        ? $"[{string.Join(", ", list.Cast<object>().Select(Text))}]"
        : FormattableString.Invariant($"{value}");
}
