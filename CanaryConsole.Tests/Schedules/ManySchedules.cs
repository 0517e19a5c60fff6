namespace CanaryConsole.Tests.Schedules;

/// <summary>Ten thousand schedules; each row is a range of seeds, and a broken law names its seed and tells its story. They keep one core busy from the start while tests that mostly wait share the other.</summary>
public sealed class ManySchedules
{
    private const int Rows = 20;
    private const int SchedulesInARow = 500;
    private const int StoriesToTell = 3;

    public static TheoryData<int> Row { get; } = [.. Enumerable.Range(0, Rows)];

    [Theory]
    [MemberData(nameof(Row))]
    public async Task Run_AnySeed_KeepsTheLaws(int row)
    {
        var broken = new List<string>();
        for (var seed = row * SchedulesInARow; seed < (row + 1) * SchedulesInARow && broken.Count < StoriesToTell; seed++)
        {
            try
            {
                await Schedule.RunAsync(seed);
            }
            catch (LawBrokenException law)
            {
                broken.Add(law.Message);
            }
        }

        Assert.True(broken.Count == 0, string.Join("\n\n", broken));
    }
}
