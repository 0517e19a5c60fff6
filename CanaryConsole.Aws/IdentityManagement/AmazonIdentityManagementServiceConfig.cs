using Amazon;
using CanaryConsole.Aws.Protocol;

namespace CanaryConsole.Aws.IdentityManagement;

/// <summary>IAM is one service for all regions of a partition, with one host and one region that requests are signed for.</summary>
public sealed class AmazonIdentityManagementServiceConfig() : AwsClientConfig("IAM", "iam", "iam", "2010-05-08", TimeSpan.FromSeconds(10))
{
    /// <summary>The address for clients in this region.</summary>
    public void ServeFrom(RegionEndpoint region)
    {
        ArgumentNullException.ThrowIfNull(region);
        (ServiceURL, AuthenticationRegion) = region.PartitionName switch
        {
            "aws-cn" => ("https://iam.cn-north-1.amazonaws.com.cn/", "cn-north-1"),
            "aws-us-gov" => ("https://iam.us-gov.amazonaws.com/", "us-gov-west-1"),
            _ => ("https://iam.amazonaws.com/", "us-east-1"),
        };
    }
}
