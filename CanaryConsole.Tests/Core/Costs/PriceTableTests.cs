using CanaryConsole.Core.Costs;
using static CanaryConsole.Tests.Core.Costs.CostSamples;

namespace CanaryConsole.Tests.Core.Costs;

public class PriceTableTests
{
    [Fact]
    public void Own_EveryRow_HasADateASourceAndOneLineForEachRegion()
    {
        var own = PriceFile.Own();

        Assert.All(own, price => Assert.True(price is { Usd: > 0, Source.Length: > 0 } && price.Date.Year is >= 2023 and <= 2026, price.ToString()));
        Assert.Contains(own, price => price is { Item: "ml.g5.xlarge", Usd: 1.4084m, Region: "us-east-1" });
        Assert.Contains(own, price => price is { Item: PriceItems.MetricData, Usd: 0.01m });
    }

    [Theory]
    [InlineData("us-east-1", 0.23, "us-east-1")]
    [InlineData("eu-west-1", 0.257, "eu-west-1")]
    [InlineData("eu-central-1", 0.257, "eu-west-1")]
    [InlineData("ap-southeast-2", 0.23, "us-east-1")]
    public void Find_TypeOfTheOwnList_ComesFromTheNearestRegionAndSaysIt(string region, decimal usd, string from)
    {
        var price = new PriceTable([], PriceFile.Own(), region).Find("ml.m5.xlarge")!;

        Assert.Equal((usd, from), (price.Usd, price.Region));
    }

    [Fact]
    public void Find_UnknownType_IsNullAndNoGuess() => Assert.Null(new PriceTable([], PriceFile.Own(), "us-east-1").Find("ml.m5.24xlarge"));

    [Theory]
    [InlineData("us-east-1")]
    [InlineData(null)]
    public void Find_UsersRow_GoesBeforeTheOwn(string? region)
    {
        var table = new PriceTable([Hourly("ml.m5.xlarge", 0.19m, region)], [Hourly("ml.m5.xlarge", 0.23m)], "us-east-1");

        Assert.Equal(0.19m, table.Find("ml.m5.xlarge")!.Usd);
    }

    [Fact]
    public void Find_UsersRowOfAnotherRegion_DoesNotReplaceTheOwnRowOfThisOne()
    {
        var table = new PriceTable([Hourly("ml.m5.xlarge", 0.19m, "ap-south-1")], [Hourly("ml.m5.xlarge", 0.257m, "eu-west-1")], "eu-west-1");

        Assert.Equal(0.257m, table.Find("ml.m5.xlarge")!.Usd);
        Assert.Equal(2, table.All.Count);
    }

    [Fact]
    public void Read_UsersFile_TakesEveryColumnWhateverTheOrder()
    {
        using var text = new StringReader("usd,item,unit,date,source,region\n0.276,ml.m5.xlarge,hour,2026-11-01,\"our bill, November\",eu-central-1\n0,ml.t.free,hour,2026-11-01,ours,\n");

        Assert.Equal(
            [
                new Price("ml.m5.xlarge", 0.276m, "hour", "eu-central-1", new DateOnly(2026, 11, 1), "our bill, November"),
                new Price("ml.t.free", 0, "hour", null, new DateOnly(2026, 11, 1), "ours"),
            ],
            PriceFile.Read("mine.csv", text));
    }

    [Theory]
    [InlineData("ml.m5.xlarge,cheap,hour,,2026-11-01,ours", "\"cheap\" as usd on line 2")]
    [InlineData("ml.m5.xlarge,-1,hour,,2026-11-01,ours", "\"-1\" as usd on line 2")]
    [InlineData("ml.m5.xlarge,0.2,hour,,01.11.2026,ours", "\"01.11.2026\" as date on line 2")]
    [InlineData(",0.2,hour,,2026-11-01,ours", "\"\" as item on line 2")]
    [InlineData("ml.m5.xlarge,0.2,hour,,2026-11-01,", "\"\" as source on line 2")]
    [InlineData("ml.m5.xlarge,0.2,hour,,2026-11-01,ours\nml.m5.xlarge,0.3,hour,,2026-11-02,ours", "ml.m5.xlarge on line 2 and again on line 3")]
    public void Read_LineThatIsNoPrice_IsRefusedWithLineAndField(string line, string said)
    {
        using var text = new StringReader("item,usd,unit,region,date,source\n" + line + "\n");

        Assert.Contains(said, Assert.Throws<PriceFileException>(() => PriceFile.Read("mine.csv", text)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_FileWithoutAColumn_NamesIt()
    {
        using var text = new StringReader("item,usd,unit,region,date\nml.m5.xlarge,0.2,hour,,2026-11-01\n");

        Assert.Contains("lacks the column source", Assert.Throws<PriceFileException>(() => PriceFile.Read("mine.csv", text)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_FileThatIsNotThere_SaysSo() =>
        Assert.Contains("/nowhere/prices.csv cannot be read", Assert.Throws<PriceFileException>(() => PriceFile.Read("/nowhere/prices.csv")).Message, StringComparison.Ordinal);
}
