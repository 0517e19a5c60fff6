using CanaryConsole.Core.Guardrails;
using CanaryConsole.Core.Monitoring;

namespace CanaryConsole.Tests.Core.Guardrails;

public sealed class ErrorCountingTests
{
    private static MetricWindow Window(long? client, long? server, long? model) =>
        new(new DateTimeOffset(2026, 11, 21, 1, 0, 0, TimeSpan.Zero), TimeSpan.FromMinutes(1), 100, Math.Max(server ?? 0, model ?? 0), null, null, null, null)
        {
            ClientErrors = client,
            ServerErrors = server,
            ModelErrors = model,
        };

    [Theory]
    [InlineData(ErrorKind.Failures, 9L)]
    [InlineData(ErrorKind.ServerErrors, 3L)]
    [InlineData(ErrorKind.ClientErrors, 7L)]
    [InlineData(ErrorKind.ModelErrors, 9L)]
    [InlineData(ErrorKind.All, 10L)]
    public void Of_EachKind_CountsItsOwn(ErrorKind kind, long expected) => Assert.Equal(expected, ErrorCounting.Of(kind, Window(7, 3, 9)));

    [Theory]
    [InlineData(ErrorKind.ServerErrors)]
    [InlineData(ErrorKind.ClientErrors)]
    [InlineData(ErrorKind.ModelErrors)]
    [InlineData(ErrorKind.All)]
    public void Of_WhatWasNotDelivered_IsMissingAndNotZero(ErrorKind kind) => Assert.Null(ErrorCounting.Of(kind, Window(null, null, null)));

    [Fact]
    public void Of_AllWithoutA5xxSeries_RestsOnTheTwoOthers() => Assert.Equal(12, ErrorCounting.Of(ErrorKind.All, Window(12, null, 9)));

    [Fact]
    public void Of_MoreErrorsThanRequests_IsEveryRequest() => Assert.Equal(100, ErrorCounting.Of(ErrorKind.All, Window(80, 40, 0)));

    [Fact]
    public void Needs_ClientErrors_OnlyWhereTheyCount() =>
        Assert.Equal([ErrorKind.ClientErrors, ErrorKind.All], Enum.GetValues<ErrorKind>().Where(ErrorCounting.NeedsClientErrors));
}
