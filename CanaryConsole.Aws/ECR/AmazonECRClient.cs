using Amazon.Runtime;
using CanaryConsole.Aws.ECR.Model;
using CanaryConsole.Aws.Protocol;

namespace CanaryConsole.Aws.ECR;

public sealed class AmazonECRClient : AwsClient, IAmazonECR
{
    private static readonly JsonMarshaller Marshaller = new("Amazon.ECR", "AmazonEC2ContainerRegistry_V20150921", "1.1");

    /// <param name="credentials">Null takes Amazon's default chain: environment, profile, SSO, web identity, container, instance role.</param>
    public AmazonECRClient(AWSCredentials? credentials, AmazonECRConfig config)
        : base(credentials, config)
    {
    }

    public Task<DescribeImagesResponse> DescribeImagesAsync(DescribeImagesRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<DescribeImagesResponse>(request, Marshaller, new JsonUnmarshaller<DescribeImagesResponse>(AmazonECRException.From), cancellationToken);
}
