using CanaryConsole.Aws.CloudWatch.Model;
using CanaryConsole.Aws.SageMaker.Model;
using CanaryConsole.Sandbox.Protocol;

namespace CanaryConsole.Tests.Sandbox.Protocol;

public sealed class BoundsTests
{
    private const string Metrics = "GraniteServiceVersion20100801.GetMetricData";

    [Fact]
    public void Check_OneMemberOutOfBounds_IsRefusedInAmazonsWords() => AssertRefused(
        "SageMaker.DescribeEndpoint",
        new DescribeEndpointRequest { EndpointName = "-" },
        "ValidationException",
        "1 validation error detected: Value '-' at 'endpointName' failed to satisfy constraint: Member must satisfy regular expression pattern: [a-zA-Z0-9](-*[a-zA-Z0-9]){0,62}");

    [Fact]
    public void Check_Several_NamesEach() => AssertRefused(
        "SageMaker.UpdateEndpointWeightsAndCapacities",
        new UpdateEndpointWeightsAndCapacitiesRequest { DesiredWeightsAndCapacities = [new DesiredWeightAndCapacity { VariantName = "v", DesiredWeight = -1 }] },
        "ValidationException",
        "2 validation errors detected: Value null at 'endpointName' failed to satisfy constraint: Member must not be null; "
            + "Value '-1' at 'desiredWeightsAndCapacities.1.member.desiredWeight' failed to satisfy constraint: Member must have value greater than or equal to 0");

    [Fact]
    public void Check_AnUnknownEnumValue_IsRefused() => AssertRefused(
        "SageMaker.ListEndpoints",
        new ListEndpointsRequest { SortOrder = "Sideways" },
        "ValidationException",
        "1 validation error detected: Value 'Sideways' at 'sortOrder' failed to satisfy constraint: Member must satisfy enum value set: [Ascending, Descending]");

    [Fact]
    public void Check_CloudWatchMissesAMember_HasACodeOfItsOwn() => AssertRefused(
        Metrics,
        new GetMetricDataRequest { StartTime = DateTime.UnixEpoch, EndTime = DateTime.UnixEpoch, MetricDataQueries = [new MetricDataQuery()] },
        "MissingParameter",
        "The parameter MetricDataQueries.member.1.Id is required.");

    [Fact]
    public void Check_CloudWatchOutOfBounds_IsAValidationError() => AssertRefused(
        Metrics,
        new GetMetricDataRequest { StartTime = DateTime.UnixEpoch, EndTime = DateTime.UnixEpoch, MetricDataQueries = [], ScanBy = "Size" },
        "ValidationError",
        "1 validation error detected: Value 'Size' at 'scanBy' failed to satisfy constraint: Member must satisfy enum value set: [TimestampDescending, TimestampAscending]");

    private static void AssertRefused(string target, object request, string code, string message)
    {
        var refused = Assert.Throws<AwsErrorException>(() => Bounds.Check(target, request));
        Assert.Equal((code, message), (refused.Code, refused.Message));
    }
}
