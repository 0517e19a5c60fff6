using Amazon.Runtime;
using CanaryConsole.Aws.IdentityManagement.Model;
using CanaryConsole.Aws.Protocol;

namespace CanaryConsole.Aws.IdentityManagement;

public class AmazonIdentityManagementServiceException : AmazonServiceException
{
    internal AmazonIdentityManagementServiceException(ServiceError error)
        : base(error.Message, error.Inner, error.Type, error.Code, error.RequestId, error.StatusCode)
    {
    }

    internal static AmazonIdentityManagementServiceException From(ServiceError error) => error.Code switch
    {
        "NoSuchEntity" or "NoSuchEntityException" => new NoSuchEntityException(error),
        "ServiceFailure" or "ServiceFailureException" => new ServiceFailureException(error),
        _ => new AmazonIdentityManagementServiceException(error),
    };
}
