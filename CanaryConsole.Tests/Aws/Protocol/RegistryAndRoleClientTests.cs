using Amazon;
using CanaryConsole.Aws.Adapters;
using CanaryConsole.Aws.ECR.Model;
using CanaryConsole.Aws.IdentityManagement;
using CanaryConsole.Aws.IdentityManagement.Model;
using CanaryConsole.Core;

namespace CanaryConsole.Tests.Aws.Protocol;

/// <summary>The two services of which the console asks one thing each: images of ECR, roles of IAM.</summary>
public sealed class RegistryAndRoleClientTests : IAsyncLifetime
{
    private ScriptedServer _server = null!;

    public async Task InitializeAsync() => _server = await ScriptedServer.StartAsync();

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task DescribeImages_ByTag_IsSignedForEcrAndBeginsItsMembersSmall()
    {
        _server.Then(200, """{"imageDetails":[{"registryId":"123456789012","repositoryName":"media-ranker","imageDigest":"sha256:ab","imageTags":["7","stable"]}]}""");
        using var client = TestClients.Ecr(_server.Url);

        var response = await client.DescribeImagesAsync(new DescribeImagesRequest
        {
            RegistryId = "123456789012",
            RepositoryName = "media-ranker",
            ImageIds = [new ImageIdentifier { ImageTag = "7" }],
        });

        var detail = Assert.Single(response.ImageDetails!);
        Assert.Equal(("sha256:ab", "7 stable"), (detail.ImageDigest, string.Join(' ', detail.ImageTags!)));
        var request = Assert.Single(_server.Requests);
        Assert.Equal("""{"registryId":"123456789012","repositoryName":"media-ranker","imageIds":[{"imageTag":"7"}]}""", request.Body);
        Assert.Equal("AmazonEC2ContainerRegistry_V20150921.DescribeImages", request.Headers["X-Amz-Target"]);
        Assert.Contains("/ecr/aws4_request", request.Headers["Authorization"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ImageNotFoundException", typeof(ImageNotFoundException))]
    [InlineData("RepositoryNotFoundException", typeof(RepositoryNotFoundException))]
    public async Task DescribeImages_OfWhatIsNotThere_IsNotFoundAlthoughItsStatusIs400(string code, Type type)
    {
        _server.Then(400, $$"""{"__type":"{{code}}","message":"does not exist"}""");
        using var client = TestClients.Ecr(_server.Url);

        var error = await Assert.ThrowsAnyAsync<Exception>(() => client.DescribeImagesAsync(new DescribeImagesRequest { RepositoryName = "media-ranker" }));

        Assert.IsType(type, error);
        Assert.Equal(CloudFailure.NotFound, CloudFailures.Classify(error));
    }

    [Fact]
    public async Task GetRole_ByName_IsAFormAndTheAnswerXml()
    {
        _server.Then(
            200,
            """<GetRoleResponse xmlns="https://iam.amazonaws.com/doc/2010-05-08/"><GetRoleResult><Role><Path>/</Path><RoleName>sagemaker-execution</RoleName><RoleId>AROA1</RoleId><Arn>arn:aws:iam::123456789012:role/sagemaker-execution</Arn><CreateDate>2026-01-02T03:04:05Z</CreateDate></Role></GetRoleResult></GetRoleResponse>""",
            "text/xml");
        using var client = TestClients.Iam(_server.Url);

        var response = await client.GetRoleAsync(new GetRoleRequest { RoleName = "sagemaker-execution" });

        Assert.Equal(("arn:aws:iam::123456789012:role/sagemaker-execution", new DateTime(2026, 1, 2, 3, 4, 5, DateTimeKind.Utc)), (response.Role!.Arn, response.Role.CreateDate));
        var request = Assert.Single(_server.Requests);
        Assert.Equal("Action=GetRole&Version=2010-05-08&RoleName=sagemaker-execution", request.Body);
        Assert.Contains("/iam/aws4_request", request.Headers["Authorization"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task GetRole_OfNobody_IsNotFound()
    {
        _server.Then(404, "<ErrorResponse><Error><Type>Sender</Type><Code>NoSuchEntity</Code><Message>The role with name x cannot be found.</Message></Error></ErrorResponse>", "text/xml");
        using var client = TestClients.Iam(_server.Url);

        var error = await Assert.ThrowsAsync<NoSuchEntityException>(() => client.GetRoleAsync(new GetRoleRequest { RoleName = "x" }));

        Assert.Equal(CloudFailure.NotFound, CloudFailures.Classify(error));
    }

    [Theory]
    [InlineData("eu-central-1", "https://iam.amazonaws.com/", "us-east-1")]
    [InlineData("cn-northwest-1", "https://iam.cn-north-1.amazonaws.com.cn/", "cn-north-1")]
    [InlineData("us-gov-east-1", "https://iam.us-gov.amazonaws.com/", "us-gov-west-1")]
    public void ServeFrom_Region_IsTheOneHostOfItsPartition(string region, string url, string signingRegion)
    {
        var config = new AmazonIdentityManagementServiceConfig();

        config.ServeFrom(RegionEndpoint.GetBySystemName(region));

        Assert.Equal((url, signingRegion), (config.ServiceURL, config.AuthenticationRegion));
    }

    [Theory]
    [InlineData("123456789012.dkr.ecr.eu-central-1.amazonaws.com/media-ranker:7", "123456789012 media-ranker 7 -")]
    [InlineData("123456789012.dkr.ecr.cn-north-1.amazonaws.com.cn/team/ranker", "123456789012 team/ranker latest -")]
    [InlineData("123456789012.dkr.ecr.eu-central-1.amazonaws.com/r@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef", "123456789012 r - sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef")]
    [InlineData("docker.io/library/python:3.12", null)]
    [InlineData("http://127.0.0.1:9001", null)]
    public void Parse_Image_IsItsPlaceInEcrOrNothing(string image, string? expected) => Assert.Equal(
        expected, ImageReference.Parse(image) is { } parsed ? $"{parsed.Registry} {parsed.Repository} {parsed.Tag ?? "-"} {parsed.Digest ?? "-"}" : null);
}
