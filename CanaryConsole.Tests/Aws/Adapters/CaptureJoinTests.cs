using System.Text;
using CanaryConsole.Aws.Adapters;
using CanaryConsole.Core.Predictions;

namespace CanaryConsole.Tests.Aws.Adapters;

public sealed class CaptureJoinTests
{
    private static readonly DateTimeOffset At = new(2026, 11, 21, 3, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Of_EventAndInferenceIds_BringsTheAnswersTogether()
    {
        CaptureEntry[] champion = [Entry("e-1", null, "a"), Entry("e-2", "i-2", "b"), Entry("e-3", "i-3", null)];
        CaptureEntry[] challenger = [Entry("e-1", null, "A"), Entry("other", "i-2", "B"), Entry("e-3", "i-3", "C"), Entry("e-9", null, "D")];

        var sample = CaptureJoin.Of(champion, challenger, 10);

        Assert.Equal(["a-A", "b-B"], sample.Pairs.Select(pair => $"{pair.Champion.Text}-{pair.Challenger.Text}").Order());
        Assert.Equal(2, sample.Unpaired);
    }

    [Fact]
    public void Of_MoreThanWanted_TakesTheNewest()
    {
        CaptureEntry[] both = [.. Enumerable.Range(0, 10).Select(number => Entry($"e-{number}", null, "x") with { At = At.AddSeconds(number) })];

        var sample = CaptureJoin.Of(both, both, 3);

        Assert.Equal(["e-9", "e-8", "e-7"], sample.Pairs.Select(pair => pair.Id));
    }

    [Theory]
    [InlineData("""{"captureData":{"endpointInput":{"data":"1,2","encoding":"CSV"},"endpointOutput":{"observedContentType":"text/csv","data":"0.5","encoding":"CSV"}},"eventMetadata":{"eventId":"e","inferenceId":"i","inferenceTime":"2026-11-21T03:00:00Z"}}""", "1,2", "0.5")]
    [InlineData("""{"captureData":{"endpointOutput":{"observedContentType":"application/json","data":"eyJhIjoxfQ==","encoding":"BASE64"}},"eventMetadata":{"eventId":"e","inferenceId":"i","inferenceTime":"2026-11-21T03:00:00Z"}}""", null, """{"a":1}""")]
    [InlineData("""{"captureData":{"endpointOutput":{"data":"/w==","encoding":"BASE64"}},"eventMetadata":{"eventId":"e","inferenceId":"i","inferenceTime":"2026-11-21T03:00:00Z"}}""", null, "/w==")]
    public void Read_ALine_IsUnderstood(string line, string? input, string output)
    {
        var entry = CaptureEntry.Read(Encoding.UTF8.GetBytes(line));

        Assert.Equal(("e", "i", At, input, output), (entry!.EventId, entry.InferenceId, entry.At, entry.Input, entry.Output?.Text));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("""{"captureData":{}}""")]
    [InlineData("""{"eventMetadata":7}""")]
    public void Read_WhatIsNoCapture_NamesNoRequest(string line) =>
        Assert.True(CaptureEntry.Read(Encoding.UTF8.GetBytes(line)) is null or { EventId: null, InferenceId: null, Output: null });

    [Theory]
    [InlineData("s3://bucket", "bucket", "shop")]
    [InlineData("s3://bucket/a/b/", "bucket", "a/b/shop")]
    public void Locate_Destination_IsABucketAndAFolder(string destination, string bucket, string folder) =>
        Assert.Equal((bucket, folder), CaptureFiles.Locate(destination, "shop"));

    private static CaptureEntry Entry(string eventId, string? inferenceId, string? output) =>
        new(eventId, inferenceId, At, null, output is null ? null : new CapturedAnswer(null, output));
}
