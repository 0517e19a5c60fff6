using Amazon.Runtime;

namespace CanaryConsole.Aws.Protocol;

/// <summary>A request that its service would refuse for its bounds alone, so it was not sent. The message names every member at fault.</summary>
public sealed class InvalidRequestException : AmazonClientException
{
    internal InvalidRequestException(string operation, IReadOnlyList<WireViolation> violations)
        : base($"{operation} was not sent. {string.Join("; ", violations)}.")
    {
        Operation = operation;
        Violations = violations;
    }

    public string Operation { get; }

    public IReadOnlyList<WireViolation> Violations { get; }
}
