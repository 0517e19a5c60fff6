using CanaryConsole.Sandbox;

namespace CanaryConsole.Tests.Sandbox;

public sealed class CommandLineTests
{
    [Fact]
    public void Parse_AllOptions_AreRead()
    {
        var options = CommandLine.Parse(["--port", "6120", "--trace", "a.csv", "--seed", "9", "--lateness", "90"]);

        Assert.Equal((6120, "a.csv", 9, TimeSpan.FromSeconds(90)), (options.Port, options.Traffic.Trace, options.Seed, options.MetricLateness));
    }

    [Fact]
    public void Parse_FasterClock_HasItsScaleAndOrigin()
    {
        var options = CommandLine.Parse(["--time-scale", "60", "--time-origin", "2026-11-20T08:00:00Z"]);

        Assert.Equal((60, new DateTimeOffset(2026, 11, 20, 8, 0, 0, TimeSpan.Zero)), (options.TimeScale, options.TimeOrigin));
    }

    [Fact]
    public void Parse_Nothing_GivesTheDefaults()
    {
        var options = CommandLine.Parse([]);

        Assert.Equal((5081, null, 7, TimeSpan.Zero), (options.Port, options.Traffic.Trace, options.Seed, options.MetricLateness));
    }

    [Theory]
    [InlineData("The option '--ports' is unknown: --help lists the options.", "--ports", "1")]
    [InlineData("The option --port needs a value: --help shows which.", "--port")]
    [InlineData("--port is '65536': give a whole number from 0 to 65535.", "--port", "65536")]
    [InlineData("--time-scale is '101': give a number from 1 to 100.", "--time-scale", "101")]
    [InlineData("--time-origin is 'noon': give a moment in UTC, as in 2026-11-20T08:00:00Z.", "--time-origin", "noon")]
    [InlineData("--seed is 'x': give a whole number from 0 to 2147483647.", "--seed", "x")]
    public void Parse_WhatItDoesNotKnow_IsRefusedInOneSentence(string message, params string[] args) =>
        Assert.Equal(message, Assert.Throws<SandboxStartException>(() => CommandLine.Parse(args)).Message);

    [Theory]
    [InlineData(-1)]
    [InlineData(65536)]
    public void Check_Port_OutsideItsBounds(int port) => Assert.Equal(
        $"Sandbox:Port is {port}: give a port from 1 to 65535, or 0 for any free one.",
        Assert.Throws<SandboxStartException>(() => new SandboxOptions { Port = port }.Check()).Message);

    [Theory]
    [InlineData(0, "0")]
    [InlineData(0.5, "0.5")]
    [InlineData(101, "101")]
    [InlineData(double.NaN, "NaN")]
    public void Check_TimeScale_OutsideItsBounds(double scale, string shown) => Assert.Equal(
        $"Sandbox:TimeScale is {shown}: give a number from 1 to 100.",
        Assert.Throws<SandboxStartException>(() => new SandboxOptions { TimeScale = scale }.Check()).Message);

    [Fact]
    public void Check_Duration_OutsideItsBounds() => Assert.Equal(
        "Sandbox:WeightUpdating is -00:00:01: give a duration from 00:00:00 to 1.00:00:00.",
        Assert.Throws<SandboxStartException>(() => new SandboxOptions { WeightUpdating = TimeSpan.FromSeconds(-1) }.Check()).Message);
}
