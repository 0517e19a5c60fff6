using CanaryConsole.Aws.ECR.Model;

namespace CanaryConsole.Aws.ECR;

/// <summary>The part of the container registry that the console asks.</summary>
public interface IAmazonECR : IDisposable
{
    Task<DescribeImagesResponse> DescribeImagesAsync(DescribeImagesRequest request, CancellationToken cancellationToken = default);
}
