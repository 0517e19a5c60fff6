using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using CanaryConsole.Aws.CloudWatch.Model;
using CanaryConsole.Aws.Protocol;
using CanaryConsole.Aws.SimpleNotificationService.Model;
using CanaryConsole.Sandbox.Protocol;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace CanaryConsole.Tests.Sandbox.Protocol;

public sealed class QueryProtocolTests(RunningSandbox sandbox) : IClassFixture<RunningSandbox>, IDisposable
{
    private static readonly XNamespace Ns = "http://monitoring.amazonaws.com/doc/2010-08-01/";

    private readonly HttpClient _http = new() { BaseAddress = sandbox.Address };

    public void Dispose() => _http.Dispose();

    [Fact]
    public async Task CloudWatch_AskedInForms_AnswersInXml()
    {
        var put = await SendAsync(
            ("Action", "PutMetricAlarm"), ("AlarmName", "slow"), ("Namespace", "AWS/SageMaker"), ("MetricName", "ModelLatency"), ("ExtendedStatistic", "p99"),
            ("Dimensions.member.1.Name", "EndpointName"), ("Dimensions.member.1.Value", "media-ranker"),
            ("Dimensions.member.2.Name", "VariantName"), ("Dimensions.member.2.Value", "champion"),
            ("Period", "60"), ("EvaluationPeriods", "2"), ("Threshold", "1e5"), ("ComparisonOperator", "GreaterThanThreshold"), ("ActionsEnabled", "false"));
        Assert.Equal(["PutMetricAlarmResponse", "ResponseMetadata", "RequestId"], put.DescendantsAndSelf().Select(element => element.Name.LocalName));

        var described = await SendAsync(("Action", "DescribeAlarms"), ("AlarmNames.member.1", "slow"));
        var alarm = described.Descendants(Ns + "MetricAlarms").Single().Element(Ns + "member")!;
        Assert.Equal(("slow", "100000.0", "false"), (alarm.Element(Ns + "AlarmName")!.Value, alarm.Element(Ns + "Threshold")!.Value, alarm.Element(Ns + "ActionsEnabled")!.Value));
        Assert.Equal(["EndpointName", "VariantName"], alarm.Element(Ns + "Dimensions")!.Elements().Select(one => one.Element(Ns + "Name")!.Value));
        Assert.True(DateTimeOffset.TryParseExact(
            alarm.Element(Ns + "StateUpdatedTimestamp")!.Value, "yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out _));
    }

    [Fact]
    public async Task CloudWatch_WhatItRefuses_HasTheProtocolsCode()
    {
        var refused = await SendAsync(HttpStatusCode.BadRequest, ("Action", "GetMetricData"));
        Assert.Equal("MissingParameter", refused.Descendants(Ns + "Code").Single().Value);

        refused = await SendAsync(HttpStatusCode.BadRequest, ("Action", "MakeCoffee"));
        Assert.Equal("InvalidAction", refused.Descendants(Ns + "Code").Single().Value);

        refused = await SendAsync(HttpStatusCode.BadRequest, ("Action", "GetMetricData"), ("StartTime", "yesterday"));
        Assert.Equal(("MalformedInput", "timestamp must follow ISO8601: StartTime"), (refused.Descendants(Ns + "Code").Single().Value, refused.Descendants(Ns + "Message").Single().Value));
    }

    [Fact]
    public async Task Json_Compressed_IsUnfolded()
    {
        using var folded = new MemoryStream();
        await using (var gzip = new GZipStream(folded, CompressionLevel.Fastest, leaveOpen: true))
        {
            await gzip.WriteAsync(Encoding.UTF8.GetBytes("{\"EndpointName\": \"media-ranker\"}"));
        }

        using var request = Signed("sagemaker", new ByteArrayContent(folded.ToArray()));
        request.Content!.Headers.ContentType = new("application/x-amz-json-1.1");
        request.Content.Headers.ContentEncoding.Add("gzip");
        request.Headers.Add("X-Amz-Target", "SageMaker.DescribeEndpoint");
        using var response = await _http.SendAsync(request);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Contains("media-ranker", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public void Reader_ListsMapsAndMoments_AreRead()
    {
        var datum = Read<PutMetricDataRequest>(
            ("Namespace", "n"), ("MetricData.member.2.MetricName", "second"), ("MetricData.member.1.MetricName", "first"),
            ("MetricData.member.1.Timestamp", "2026-01-05T12:00:00Z"), ("MetricData.member.1.Value", "NaN"), ("MetricData.member.1.Values.member.1", "1.5"));
        Assert.Equal(["first", "second"], datum.MetricData!.Select(one => one.MetricName));
        Assert.Equal(new DateTime(2026, 1, 5, 12, 0, 0, DateTimeKind.Utc), datum.MetricData![0].Timestamp);
        Assert.Equal([1.5], datum.MetricData[0].Values!);
        Assert.Equal(double.NaN, datum.MetricData[0].Value);

        var publish = Read<PublishRequest>(
            ("MessageAttributes.entry.1.Name", "k"), ("MessageAttributes.entry.1.Value.DataType", "String"), ("MessageAttributes.entry.1.Value.StringValue", "v"));
        Assert.Equal("v", publish.MessageAttributes!["k"].StringValue);

        Assert.Equal("7", Read<CreateTopicRequest>(("Attributes.entry.1.key", "a"), ("Attributes.entry.1.value", "7")).Attributes!["a"]);
    }

    [Fact]
    public void Reader_AnEmptyList_IsEmpty() => Assert.Empty(Read<DescribeAlarmsRequest>(("AlarmNames", "")).AlarmNames!);

    private static T Read<T>(params (string Name, string Value)[] form) => JsonSerializer.Deserialize<T>(
        QueryReader.Read(new FormCollection(form.ToDictionary(pair => pair.Name, pair => new StringValues(pair.Value))), typeof(T)), AwsJson.Options)!;

    private static HttpRequestMessage Signed(string service, HttpContent content)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/") { Content = content };
        request.Headers.TryAddWithoutValidation(
            "Authorization", $"AWS4-HMAC-SHA256 Credential=x/20260105/eu-central-1/{service}/aws4_request, SignedHeaders=host, Signature={new string('0', 64)}");
        request.Headers.TryAddWithoutValidation("X-Amz-Date", "20260105T120000Z");
        return request;
    }

    private Task<XElement> SendAsync(params (string Name, string Value)[] form) => SendAsync(HttpStatusCode.OK, form);

    private async Task<XElement> SendAsync(HttpStatusCode status, params (string Name, string Value)[] form)
    {
        using var request = Signed("monitoring", new FormUrlEncodedContent(form.Select(pair => KeyValuePair.Create(pair.Name, pair.Value))));
        using var response = await _http.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(status == response.StatusCode, text);
        return XElement.Parse(text);
    }
}
