using System.Text.RegularExpressions;

namespace CanaryConsole.Tests.Core.Faults;

/// <summary>docs/faults.md has a row for every fault and names no test that is not there.</summary>
public partial class FaultTableTests
{
    private const int Faults = 36;

    private static readonly string[] Rows = [.. File.ReadLines(Path.Combine(Checkout.Root, "docs", "faults.md")).Where(line => line.StartsWith("| F", StringComparison.Ordinal))];

    [Fact]
    public void Rows_AreAllFaultsInOrder() => Assert.Equal(Enumerable.Range(1, Faults).Select(number => $"F{number}"), Rows.Select(row => row.Split('|')[1].Trim()));

    [Fact]
    public void Rows_EachNamesATest() => Assert.All(Rows, row => Assert.Matches(TestName(), row));

    [Fact]
    public void Tests_ThatAreNamed_AreThere()
    {
        var classes = typeof(FaultTableTests).Assembly.GetTypes().ToLookup(type => type.Name);
        foreach (var name in Rows.SelectMany(row => TestName().Matches(row)).Select(match => match.Groups[1].Value))
        {
            var (type, method) = name.Split('.') is [var first, var second] ? (first, second) : (name, null);
            Assert.True(classes[type].Any(one => method is null || one.GetMethod(method) is not null), $"docs/faults.md names {name}, which is no test.");
        }
    }

    [GeneratedRegex("`([A-Za-z]+Tests(\\.[A-Za-z0-9_]+)?)`")]
    private static partial Regex TestName();
}
