namespace CanaryConsole.Tests.Schedules;

/// <summary>Ten thousand schedules in two halves, so that two cores share them; each row is a range of seeds, and a broken law names its seed and tells its story.</summary>
public abstract class ManySchedules(int first)
{
    private const int Rows = 10;
    private const int SchedulesInARow = 500;
    private const int StoriesToTell = 3;

    public static TheoryData<int> Row { get; } = [.. Enumerable.Range(0, Rows)];

    [Theory]
    [MemberData(nameof(Row))]
    public async Task Run_AnySeed_KeepsTheLaws(int row)
    {
        var broken = new List<string>();
        for (var seed = first + (row * SchedulesInARow); seed < first + ((row + 1) * SchedulesInARow) && broken.Count < StoriesToTell; seed++)
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

public sealed class FirstSchedules() : ManySchedules(0);

public sealed class SecondSchedules() : ManySchedules(5_000);
