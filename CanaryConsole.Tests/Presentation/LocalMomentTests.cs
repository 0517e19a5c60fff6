using CanaryConsole.Presentation;

namespace CanaryConsole.Tests.Presentation;

public class LocalMomentTests
{
    private static readonly TimeZoneInfo East = TimeZoneInfo.CreateCustomTimeZone("east", TimeSpan.FromHours(5.5), "east", "east");

    [Theory]
    [InlineData("2026-11-21T08:30", "2026-11-21T03:00:00")]
    [InlineData("2026-11-21T08:30:15", "2026-11-21T03:00:15")]
    public void Read_LocalTime_IsTheInstant(string text, string utc) =>
        Assert.Equal(new DateTimeOffset(DateTime.Parse(utc, System.Globalization.CultureInfo.InvariantCulture), TimeSpan.Zero), LocalMoment.Read(text, East));

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("tomorrow")]
    [InlineData("0001-01-01T00:00")]
    public void Read_NoTime_IsNull(string? text) => Assert.Null(LocalMoment.Read(text, East));
}
