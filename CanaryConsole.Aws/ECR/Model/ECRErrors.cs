using CanaryConsole.Aws.Protocol;

namespace CanaryConsole.Aws.ECR.Model;

public sealed class ImageNotFoundException : AmazonECRException
{
    internal ImageNotFoundException(ServiceError error)
        : base(error)
    {
    }
}

public sealed class InvalidParameterException : AmazonECRException
{
    internal InvalidParameterException(ServiceError error)
        : base(error)
    {
    }
}

public sealed class RepositoryNotFoundException : AmazonECRException
{
    internal RepositoryNotFoundException(ServiceError error)
        : base(error)
    {
    }
}

public sealed class ServerException : AmazonECRException
{
    internal ServerException(ServiceError error)
        : base(error)
    {
    }
}
