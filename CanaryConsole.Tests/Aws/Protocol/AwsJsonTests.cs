using System.Text.Json;
using CanaryConsole.Aws.CloudWatch;
using CanaryConsole.Aws.CloudWatch.Model;
using CanaryConsole.Aws.Protocol;
using CanaryConsole.Aws.SageMaker;
using CanaryConsole.Aws.SageMaker.Model;

namespace CanaryConsole.Tests.Aws.Protocol;

public sealed class AwsJsonTests
{
    [Fact]
    public void Write_Response_HoldsTheMessageAndNothingOfTheConnection()
    {
        var response = new DescribeEndpointResponse
        {
            EndpointName = "media-ranker",
            EndpointStatus = EndpointStatus.InService,
            CreationTime = DateTime.UnixEpoch.AddSeconds(1_700_000_000.25),
            LastModifiedTime = DateTime.UnixEpoch.AddSeconds(1_700_000_001),
            ProductionVariants = [new ProductionVariantSummary { VariantName = "champion", CurrentWeight = 0.05f, CurrentInstanceCount = 2 }],
        };
        response.HttpStatusCode = System.Net.HttpStatusCode.OK;
        response.ContentLength = 12;

        var json = JsonSerializer.Serialize(response, AwsJson.Options);

        Assert.Equal(
            """{"EndpointName":"media-ranker","ProductionVariants":[{"VariantName":"champion","CurrentWeight":0.05,"CurrentInstanceCount":2}],"EndpointStatus":"InService","CreationTime":1700000000.25,"LastModifiedTime":1700000001}""",
            json);
    }

    [Fact]
    public void Read_UnknownMembersAndValues_AreTaken()
    {
        var response = JsonSerializer.Deserialize<DescribeEndpointResponse>(
            """{"EndpointStatus":"Teleporting","Novelty":{"a":[1]},"CreationTime":1.7e9,"LastModifiedTime":"2023-11-14T22:13:20Z"}""", AwsJson.Options)!;

        Assert.Equal("Teleporting", response.EndpointStatus!.Value);
        Assert.Equal(new DateTime(2023, 11, 14, 22, 13, 20, DateTimeKind.Utc), response.CreationTime);
        Assert.Equal(response.CreationTime, response.LastModifiedTime);
        Assert.Equal(DateTimeKind.Utc, response.CreationTime!.Value.Kind);
    }

    [Theory]
    [InlineData("""{"CreationTime":1e300}""")]
    [InlineData("""{"CreationTime":"yesterday"}""")]
    [InlineData("""{"EndpointStatus":7}""")]
    public void Read_ValuesThatCannotBe_AreRefused(string json) =>
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<DescribeEndpointResponse>(json, AwsJson.Options));

    [Fact]
    public void RoundTrip_Request_KeepsEveryMember()
    {
        var request = new GetMetricDataRequest
        {
            StartTime = DateTime.UnixEpoch.AddHours(1),
            ScanBy = ScanBy.TimestampAscending,
            MetricDataQueries =
            [
                new MetricDataQuery
                {
                    Id = "q0",
                    MetricStat = new MetricStat { Period = 60, Stat = "TC(100000:)", Metric = new Metric { Dimensions = [new Dimension { Name = "a", Value = "b" }] } },
                },
            ],
        };

        var json = JsonSerializer.Serialize(request, AwsJson.Options);

        Assert.Equal(json, JsonSerializer.Serialize(JsonSerializer.Deserialize<GetMetricDataRequest>(json, AwsJson.Options), AwsJson.Options));
        Assert.Contains("TimestampAscending", json, StringComparison.Ordinal);
    }
}
