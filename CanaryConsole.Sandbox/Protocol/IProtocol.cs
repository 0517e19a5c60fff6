using Microsoft.AspNetCore.Http;

namespace CanaryConsole.Sandbox.Protocol;

/// <summary>A way in which services speak: it reads what was admitted, and puts answers and refusals into its own form.</summary>
internal interface IProtocol
{
    /// <summary>Every operation that is answered, by the name that <see cref="OperationAsync"/> gives.</summary>
    IEnumerable<string> Operations => [];

    /// <summary>The operation as the SDKs call it (DescribeEndpoint, PutObject), or null where the request names none.</summary>
    ValueTask<string?> OperationAsync(HttpContext context);

    /// <exception cref="AwsErrorException">The request is refused; the same protocol is then asked to say so.</exception>
    Task AnswerAsync(HttpContext context);

    Task RefuseAsync(HttpContext context, AwsErrorException error);
}
