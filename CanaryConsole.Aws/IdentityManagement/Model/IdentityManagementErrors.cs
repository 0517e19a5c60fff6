using CanaryConsole.Aws.Protocol;

namespace CanaryConsole.Aws.IdentityManagement.Model;

public sealed class NoSuchEntityException : AmazonIdentityManagementServiceException
{
    internal NoSuchEntityException(ServiceError error)
        : base(error)
    {
    }
}

public sealed class ServiceFailureException : AmazonIdentityManagementServiceException
{
    internal ServiceFailureException(ServiceError error)
        : base(error)
    {
    }
}
