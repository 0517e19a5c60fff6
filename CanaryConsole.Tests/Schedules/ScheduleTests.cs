namespace CanaryConsole.Tests.Schedules;

public sealed class ScheduleTests
{
    [Fact]
    public async Task First()
    {
        var failed = new List<string>();
        for (var seed = 0; seed < 1000; seed++)
        {
            try
            {
                await Schedule.RunAsync(seed);
            }
            catch (LawBrokenException broken)
            {
                failed.Add(broken.Message);
            }
        }

        Assert.True(failed.Count == 0, $"{failed.Count} failed\n" + string.Join("\n", failed.Select(one => one.Split('\n')[0])) + "\n" + string.Join("\n----\n", failed.DistinctBy(one => string.Concat(one.Split('\n')[0].Where(c => !char.IsDigit(c)))).OrderBy(one => one.Length).Take(4)));
    }
}
