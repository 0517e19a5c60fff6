using CanaryConsole.Tests.Schedules;
using Xunit.Abstractions;

[assembly: TestCollectionOrderer("CanaryConsole.Tests.LongestFirst", "CanaryConsole.Tests")]

namespace CanaryConsole.Tests;

/// <summary>What takes minutes of one processor begins at once, so that all the rest is done beside it and not before it.</summary>
public sealed class LongestFirst : ITestCollectionOrderer
{
    public IEnumerable<ITestCollection> OrderTestCollections(IEnumerable<ITestCollection> testCollections) =>
        testCollections.OrderByDescending(collection => collection.DisplayName.Contains(nameof(ManySchedules), StringComparison.Ordinal));
}
