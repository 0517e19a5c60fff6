using Amazon.Runtime;
using CanaryConsole.Aws.ECR.Model;
using CanaryConsole.Aws.Protocol;

namespace CanaryConsole.Aws.ECR;

public class AmazonECRException : AmazonServiceException
{
    internal AmazonECRException(ServiceError error)
        : base(error.Message, error.Inner, error.Type, error.Code, error.RequestId, error.StatusCode)
    {
    }

    internal static AmazonECRException From(ServiceError error) => error.Code switch
    {
        "ImageNotFoundException" => new ImageNotFoundException(error),
        "InvalidParameterException" => new InvalidParameterException(error),
        "RepositoryNotFoundException" => new RepositoryNotFoundException(error),
        "ServerException" => new ServerException(error),
        _ => new AmazonECRException(error),
    };
}
