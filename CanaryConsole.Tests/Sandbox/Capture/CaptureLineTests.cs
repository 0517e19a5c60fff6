using System.Text;
using System.Text.Json;
using CanaryConsole.Aws.SageMaker;
using CanaryConsole.Aws.SageMaker.Model;
using CanaryConsole.Sandbox.Capture;
using CanaryConsole.Sandbox.Invocations;

namespace CanaryConsole.Tests.Sandbox.Capture;

public sealed class CaptureLineTests
{
    private static readonly DateTimeOffset At = new(2026, 1, 5, 12, 4, 5, 678, TimeSpan.Zero);
    private static readonly Guid Id = Guid.Parse("11111111-2222-3333-4444-555555555555");

    [Fact]
    public void Write_InputAndOutput_IsOneLineInSageMakersForm()
    {
        var line = Line(
            Rule(CaptureMode.InputAndOutput),
            new InvocationRequest("e", "1,\"a\"\n"u8.ToArray()) { ContentType = "text/csv; charset=utf-8", InferenceId = "i-1", CustomAttributes = "trace=1" },
            Answer("application/json", "{\"score\": 0.5}"u8.ToArray()));

        Assert.Equal(
            """{"captureData":{"endpointInput":{"observedContentType":"text/csv; charset=utf-8","mode":"INPUT","data":"1,\"a\"\n","encoding":"CSV"},"endpointOutput":{"observedContentType":"application/json","mode":"OUTPUT","data":"{\"score\": 0.5}","encoding":"JSON"}},"eventMetadata":{"eventId":"11111111-2222-3333-4444-555555555555","customAttributes":["trace=1"],"inferenceId":"i-1","inferenceTime":"2026-01-05T12:04:05Z"},"eventVersion":"0"}"""
            + "\n",
            line);
    }

    [Fact]
    public void Write_OutputAlone_LeavesTheInputOut()
    {
        var data = Data(Line(Rule(CaptureMode.Output), new InvocationRequest("e", default), Answer("application/json", "{}"u8.ToArray())));

        Assert.False(data.TryGetProperty("endpointInput", out _));
        Assert.Equal("{}", data.GetProperty("endpointOutput").GetProperty("data").GetString());
    }

    [Theory]
    [InlineData("application/x-npy", new byte[] { 1, 2, 255 })]
    [InlineData("application/json", new byte[] { 255 })]
    public void Write_WhatIsNoTextOrNotNamed_IsBase64(string contentType, byte[] body)
    {
        var input = Data(Line(Rule(CaptureMode.Input), new InvocationRequest("e", body) { ContentType = contentType }, Answer("text/csv", default))).GetProperty("endpointInput");

        Assert.Equal(("BASE64", Convert.ToBase64String(body)), (input.GetProperty("encoding").GetString(), input.GetProperty("data").GetString()));
    }

    [Theory]
    [InlineData("s3://bucket/a/b/", "a/b/shop/champion/2026/01/05/12/04-05-678-11111111-2222-3333-4444-555555555555.jsonl")]
    [InlineData("s3://bucket", "shop/champion/2026/01/05/12/04-05-678-11111111-2222-3333-4444-555555555555.jsonl")]
    public void Key_IsInSageMakersLayout(string uri, string key)
    {
        var rule = Rule(CaptureMode.Input, uri);

        Assert.Equal(("bucket", key), (rule.Bucket, rule.Key("shop", "champion", At, Id)));
    }

    [Fact]
    public void Of_DisabledOrAtNoShare_IsNothing()
    {
        Assert.Null(CaptureRule.Of(null));
        Assert.Null(CaptureRule.Of(new DataCaptureConfig { EnableCapture = false, InitialSamplingPercentage = 100, DestinationS3Uri = "s3://b" }));
        Assert.Null(CaptureRule.Of(new DataCaptureConfig { InitialSamplingPercentage = 0, DestinationS3Uri = "s3://b" }));
    }

    private static CaptureRule Rule(CaptureMode mode, string uri = "s3://bucket/a") => CaptureRule.Of(new DataCaptureConfig
    {
        InitialSamplingPercentage = 100,
        DestinationS3Uri = uri,
        CaptureOptions = [new CaptureOption { CaptureMode = mode }],
        CaptureContentTypeHeader = new CaptureContentTypeHeader { CsvContentTypes = ["text/csv"], JsonContentTypes = ["application/json"] },
    })!;

    private static ModelAnswer Answer(string contentType, ReadOnlyMemory<byte> body) => new("primary", 200, contentType, body, TimeSpan.Zero);

    private static string Line(CaptureRule rule, InvocationRequest request, ModelAnswer answer) => Encoding.UTF8.GetString(CaptureLine.Write(rule, request, answer, At, Id).Span);

    private static JsonElement Data(string line) => JsonSerializer.Deserialize<JsonElement>(line).GetProperty("captureData");
}
