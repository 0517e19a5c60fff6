using System.Text.Json;
using CanaryConsole.Core;
using CanaryConsole.Core.Rollouts;
using CanaryConsole.Core.Storage;

namespace CanaryConsole.Tests.Core.Rollouts;

public sealed class RolloutEventJsonTests
{
    private static readonly DateTimeOffset At = new(2026, 11, 21, 1, 2, 3, 456, TimeSpan.Zero);

    public static TheoryData<string> EventTypes => new(RolloutEventSamples.Kinds.Select(type => type.Name));

    [Theory]
    [MemberData(nameof(EventTypes))]
    public void ToNew_EveryEvent_ComesBackWhole(string name)
    {
        var sample = RolloutEventSamples.All.SingleOrDefault(candidate => candidate.GetType().Name == name);
        Assert.True(sample is not null, $"{name} has no sample in RolloutEventSamples.");

        var created = RolloutEventJson.ToNew(sample, At, "ann");
        var back = RolloutEventJson.FromStored(Stored(created));

        Assert.Equal((3, At, "ann"), (back.Version, back.At, back.Actor));
        Assert.IsType(sample.GetType(), back.Event);
        Assert.Equivalent(sample, back.Event, strict: true);
        Assert.Equal(created.Payload, RolloutEventJson.ToNew(back.Event, At, "ann").Payload);
    }

    [Fact]
    public void ToNew_AnyEvent_NamesItsTypeAsThePayloadDoes()
    {
        foreach (var sample in RolloutEventSamples.All)
        {
            var created = RolloutEventJson.ToNew(sample, At, "monitor");

            using var payload = JsonDocument.Parse(created.Payload);
            Assert.Equal(payload.RootElement.GetProperty("$type").GetString(), created.Type);
        }
    }

    [Fact]
    public void ToNew_Percentage_IsAFraction()
    {
        var created = RolloutEventJson.ToNew(new RolloutEvent.StepStarted(1, Percentage.FromPercent(25), "healthy for 10 minutes"), At, "monitor");

        Assert.Equal("""{"$type":"stepStarted","step":1,"share":0.25,"why":"healthy for 10 minutes"}""", created.Payload);
    }

    [Fact]
    public void ToNew_RolloutId_IsPlainText()
    {
        var planned = new RolloutEvent.RolloutPlanned(new("media-ranker-20261121-1"), RolloutEventSamples.Plan, "9f86d081");

        var created = RolloutEventJson.ToNew(planned, At, "ann");

        Assert.StartsWith("""{"$type":"rolloutPlanned","id":"media-ranker-20261121-1",""", created.Payload, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"$type":"fromTheFuture"}""")]
    [InlineData("""{"step":1}""")]
    [InlineData("""{"$type":"stepStarted","step":1,"share":25,"why":""}""")]
    [InlineData("null")]
    [InlineData("not json")]
    [InlineData("")]
    public void FromStored_UnknownPayload_SaysWhichEvent(string payload)
    {
        var stored = Stored(new NewEvent("fromTheFuture", At, "monitor", payload));

        var failure = Assert.Throws<StoreException>(() => RolloutEventJson.FromStored(stored));

        Assert.Equal(
            "Event 3 of stream \"rollout/r-1\" has the type \"fromTheFuture\", which this version of the console cannot read; "
            + "run the version that wrote it, or a newer one.",
            failure.Message);
    }

    [Fact]
    public void ToNew_NonFiniteNumber_IsRefused()
    {
        var assessment = RolloutEventSamples.Assessments[0];
        var broken = assessment with { Evidence = assessment.Evidence with { Strength = double.NaN } };

        Assert.Throws<ArgumentException>(() => RolloutEventJson.ToNew(new RolloutEvent.RollbackStarted("x", true, [broken]), At, "monitor"));
    }

    private static StoredEvent Stored(NewEvent created) =>
        new(7, "rollout/r-1", 3, created.Type, created.At, created.Actor, created.Payload, new string('0', 64), new string('1', 64));
}
