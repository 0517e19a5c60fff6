using CanaryConsole.Sandbox;
using CanaryConsole.Sandbox.Traffic;

namespace CanaryConsole.Tests.Sandbox.Traffic;

public sealed class TraceTests : IDisposable
{
    private const string Header = "TIMESTAMP,ContextTokens,GeneratedTokens\n";

    private static readonly DateTimeOffset Noon = new(2026, 1, 5, 12, 0, 0, TimeSpan.Zero);

    private readonly string _path = Path.GetTempFileName();

    public void Dispose() => File.Delete(_path);

    [Fact]
    public void Read_RecordedRequests_KeepsTheirGapsAndTokens()
    {
        var trace = Read("2023-11-16 18:15:46.6805900,374,44\n2023-11-16 18:15:50.6805900,396,109\n2023-11-16 18:15:52.6805900,1,7\n");

        Assert.Equal([new TracedRequest(TimeSpan.Zero, 44), new(TimeSpan.FromSeconds(4), 109), new(TimeSpan.FromSeconds(6), 7)], trace.Requests);
        Assert.Equal(TimeSpan.FromSeconds(9), trace.Duration);
    }

    [Fact]
    public void Between_SeveralRounds_RepeatsWithoutGapOrOverlap()
    {
        var trace = new Trace([new(TimeSpan.Zero, 1), new(TimeSpan.FromSeconds(4), 2)], TimeSpan.FromSeconds(6));
        var arrivals = new RecordedArrivals(trace, Noon);

        var pieces = arrivals.Between(Noon.AddSeconds(-2), Noon.AddSeconds(4)).Concat(arrivals.Between(Noon.AddSeconds(4), Noon.AddSeconds(12)));
        Assert.Equal(
            [(-2, 2), (0, 1), (4, 2), (6, 1), (10, 2)],
            pieces.Select(arrival => ((int)(arrival.At - Noon).TotalSeconds, arrival.GeneratedTokens!.Value)));
    }

    [Fact]
    public void World_OnATrace_HasItsArrivalsAndTheLatencyOfItsTokens()
    {
        File.WriteAllText(_path, Header + string.Concat(Enumerable.Range(0, 60).Select(i => $"2023-11-16 18:15:{i:00}.5,100,{(i % 2 == 0 ? 10 : 100)}\n")));
        var aws = new LocalAws(options: new SandboxOptions { Traffic = new TrafficOptions { Trace = _path } });
        aws.Time.Advance(TimeSpan.FromMinutes(5));

        Assert.All(aws.Metric("Invocations", "Sum", TimeSpan.FromMinutes(5)), perMinute => Assert.Equal(60, perMinute));
        Assert.InRange(aws.Metric("ModelLatency", "p49", TimeSpan.FromMinutes(5), period: 300)[0], 119_000, 121_000);
        Assert.InRange(aws.Metric("ModelLatency", "p99", TimeSpan.FromMinutes(5), period: 300)[0], 1_010_000, 1_030_000);
    }

    [Theory]
    [InlineData("", "whose first line lacks one of the columns TIMESTAMP, ContextTokens, GeneratedTokens")]
    [InlineData("a,b\n1,2\n", "whose first line lacks one of the columns")]
    [InlineData(Header, "holds fewer than two requests at different times")]
    [InlineData(Header + "2023-11-16 18:15:46,1,2\n", "holds fewer than two requests at different times")]
    [InlineData(Header + "2023-11-16 18:15:46,1,2\nyesterday,1,2\n", "whose line 3 is no request")]
    [InlineData(Header + "2023-11-16 18:15:46,1,-2\n", "whose line 2 is no request")]
    [InlineData(Header + "2023-11-16 18:15:46,1,2\n2023-11-16 18:15:45,1,2\n", "whose line 3 is no request")]
    [InlineData(Header + "2023-11-16 18:15:46\n", "whose line 2 is no request")]
    public void Read_NoTrace_SaysInOneSentenceWhatIsWrong(string content, string expected)
    {
        File.WriteAllText(_path, content);

        var message = Assert.Throws<SandboxStartException>(() => TraceFile.Read(_path)).Message;
        Assert.StartsWith($"Sandbox:Traffic:Trace names '{_path}', ", message, StringComparison.Ordinal);
        Assert.Contains(expected, message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', message);
    }

    [Fact]
    public void Read_MissingFile_NamesItAndTheRemedy()
    {
        var message = Assert.Throws<SandboxStartException>(() => TraceFile.Read("/nowhere/trace.csv")).Message;

        Assert.StartsWith("Sandbox:Traffic:Trace names '/nowhere/trace.csv', which cannot be read", message, StringComparison.Ordinal);
        Assert.EndsWith("give the path of a CSV file with the columns TIMESTAMP, ContextTokens, GeneratedTokens.", message, StringComparison.Ordinal);
    }

    private Trace Read(string rows)
    {
        File.WriteAllText(_path, Header + rows);
        return TraceFile.Read(_path);
    }
}
