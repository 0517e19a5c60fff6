using CanaryConsole.Aws.ApplicationAutoScaling.Model;
using CanaryConsole.Aws.CloudWatch.Model;
using CanaryConsole.Aws.Protocol;
using CanaryConsole.Aws.SageMaker;
using CanaryConsole.Aws.SageMaker.Model;
using CanaryConsole.Aws.SageMakerRuntime.Model;

namespace CanaryConsole.Tests.Aws.Protocol;

public sealed class WireBoundsTests
{
    private const string NamePattern = "[a-zA-Z0-9](-*[a-zA-Z0-9]){0,62}";

    [Fact]
    public void Violations_MessageWithinItsBounds_IsEmpty()
    {
        var request = new CreateEndpointConfigRequest
        {
            EndpointConfigName = "ranker-config",
            ProductionVariants = [new ProductionVariant { VariantName = "champion", InstanceType = ProductionVariantInstanceType.MlM5Xlarge, InitialInstanceCount = 1 }],
        };

        Assert.Empty(WireBounds.Violations(request));
    }

    [Fact]
    public void Violations_RequiredMembersMissing_AreEachNamed()
    {
        Assert.Equal(
            [
                new WireViolation("endpointConfigName", null, "Member must not be null"),
                new WireViolation("productionVariants", null, "Member must not be null"),
            ],
            WireBounds.Violations(new CreateEndpointConfigRequest()));
    }

    [Fact]
    public void Violations_InsideAList_CarryTheirPath()
    {
        var name = new string('a', 64);
        var request = new CreateEndpointConfigRequest
        {
            EndpointConfigName = "c",
            ProductionVariants = [new() { VariantName = "ok" }, new() { VariantName = name, InitialInstanceCount = 0, InstanceType = new ProductionVariantInstanceType("ml.x") }],
        };

        var violations = WireBounds.Violations(request).ToList();

        Assert.Equal(
            [
                new WireViolation("productionVariants.2.member.variantName", name, "Member must have length less than or equal to 63"),
                new WireViolation("productionVariants.2.member.variantName", name, $"Member must satisfy regular expression pattern: {NamePattern}"),
                new WireViolation("productionVariants.2.member.initialInstanceCount", "0", "Member must have value greater than or equal to 1"),
            ],
            violations.Take(3));
        Assert.Equal("productionVariants.2.member.instanceType", violations[3].Path);
        Assert.StartsWith("Member must satisfy enum value set: [ml.t2.medium, ", violations[3].Constraint, StringComparison.Ordinal);
        Assert.Equal(4, violations.Count);
    }

    [Fact]
    public void Violation_AsText_IsAmazonsSentence()
    {
        var violations = WireBounds.Violations(new DescribeEndpointRequest { EndpointName = "no spaces" });

        Assert.Equal(
            $"Value 'no spaces' at 'endpointName' failed to satisfy constraint: Member must satisfy regular expression pattern: {NamePattern}",
            Assert.Single(violations).ToString());
        Assert.Equal(
            "Value null at 'endpointName' failed to satisfy constraint: Member must not be null",
            Assert.Single(WireBounds.Violations(new DescribeEndpointRequest())).ToString());
    }

    [Fact]
    public void Violations_OfSimpleItems_NameTheListAndAllItsItemsMustSatisfy()
    {
        var violation = Assert.Single(WireBounds.Violations(new DeleteAlarmsRequest { AlarmNames = ["a", ""] }));

        Assert.Equal("alarmNames", violation.Path);
        Assert.Equal("[a, ]", violation.Value);
        Assert.Equal(
            "Member must satisfy constraint: [Member must have length less than or equal to 255, Member must have length greater than or equal to 1]",
            violation.Constraint);
    }

    [Fact]
    public void Violations_OfMapKeys_NameTheMap()
    {
        var request = new CreateModelRequest
        {
            ModelName = "m",
            PrimaryContainer = new ContainerDefinition { Environment = new() { ["1st"] = "x" } },
        };

        var violation = Assert.Single(WireBounds.Violations(request));

        Assert.Equal(("primaryContainer.environment", "{1st=x}"), (violation.Path, violation.Value));
        Assert.StartsWith("Map keys must satisfy constraint: [Member must have length less than or equal to 1024", violation.Constraint, StringComparison.Ordinal);
    }

    [Fact]
    public void Violations_OfNumbersAndCounts_KnowBothEnds()
    {
        var violations = WireBounds.Violations(new ListEndpointsRequest { MaxResults = 101 })
            .Concat(WireBounds.Violations(new AddTagsRequest { ResourceArn = "arn:aws:sagemaker:eu-central-1:123456789012:endpoint/e", Tags = [.. Enumerable.Repeat(new CanaryConsole.Aws.SageMaker.Model.Tag { Key = "k", Value = "" }, 51)] }))
            .Concat(WireBounds.Violations(new DesiredWeightAndCapacity { VariantName = "v", DesiredWeight = float.NaN }));

        Assert.Equal(
            [
                "Member must have value less than or equal to 100",
                "Member must have length less than or equal to 50",
                "Member must have value greater than or equal to 0",
            ],
            violations.Select(violation => violation.Constraint));
    }

    [Fact]
    public void Violations_OfABlob_CountItsBytes()
    {
        var request = new InvokeEndpointRequest { EndpointName = "e", Body = new MemoryStream(new byte[6_291_457]) };

        Assert.Equal(
            new WireViolation("body", "[6291457 bytes]", "Member must have length less than or equal to 6291456"),
            Assert.Single(WireBounds.Violations(request)));
    }

    [Fact]
    public void Violations_OfAStructureThatHoldsItself_EndWithAReason()
    {
        var expression = new SearchExpression();
        expression.SubExpressions = [expression];

        Assert.Throws<ArgumentException>(() => WireBounds.Violations(new SearchRequest { Resource = ResourceType.Endpoint, SearchExpression = expression }).Count());
    }

    [Theory]
    [InlineData(@"\p{ASCII}*", "plain ~", true)]
    [InlineData(@"\p{ASCII}*", "é", false)]
    [InlineData(@"\A\S[\p{Print}]*\z", "a b", true)]
    [InlineData(@"\A\S[\p{Print}]*\z", "a\tb", false)]
    [InlineData(@"\p{Print}+", "sagemaker:variant:DesiredInstanceCount", true)]
    [InlineData(@"[\u0020-\uD7FF\uE000-\uFFFD\uD800\uDC00-\uDBFF\uDFFF\r\n\t]*", "endpoint/e \U0001F600", true)]
    [InlineData(@"[\u0020-\uD7FF\uE000-\uFFFD\uD800\uDC00-\uDBFF\uDFFF\r\n\t]*", "\u0001", false)]
    [InlineData(@"^[a-zA-Z0-9](-*[a-zA-Z0-9])*", "media-ranker", true)]
    [InlineData(@"^[a-zA-Z0-9](-*[a-zA-Z0-9])*", "media-ranker-", false)]
    [InlineData(@"^[a-zA-Z0-9](-*[a-zA-Z0-9])*$", "media\n", false)]
    [InlineData(@"arn:aws[a-z\-]*:iam::\d{12}:role/?[a-zA-Z_0-9+=,.@\-_/]+", "arn:aws:iam::123456789012:role/x", true)]
    [InlineData(@"arn:aws[a-z\-]*:iam::\d{12}:role/?[a-zA-Z_0-9+=,.@\-_/]+", "arn:aws:iam::١٢٣٤٥٦٧٨٩٠١٢:role/x", false)]
    [InlineData(".+", "one\ntwo", false)]
    [InlineData(@"(?!\s*$).+", "  ", false)]
    [InlineData(@"([a-zA-Z0-9]([a-zA-Z0-9-]){0,62})(?<!-)", "group-", false)]
    public void JavaPattern_ReadInNet_MatchesAsInJava(string expression, string text, bool matches) =>
        Assert.Equal(matches, JavaPattern.Compile(expression).IsMatch(text));

    [Fact]
    public void Violations_OfAutoscalingResource_AllowAmazonsOwnNames()
    {
        var request = new RegisterScalableTargetRequest
        {
            ServiceNamespace = "sagemaker",
            ResourceId = "endpoint/media-ranker/variant/champion",
            ScalableDimension = "sagemaker:variant:DesiredInstanceCount",
            MinCapacity = 1,
            MaxCapacity = 4,
        };

        Assert.Empty(WireBounds.Violations(request));
    }
}
