using Amazon.Runtime;

namespace CanaryConsole.Aws.Protocol;

/// <summary>A list that its service does not bring to an end.</summary>
public sealed class PaginationException : AmazonClientException
{
    internal PaginationException(string message)
        : base(message)
    {
    }
}
