using CanaryConsole.Sandbox.Protocol;
using Microsoft.AspNetCore.Http;

namespace CanaryConsole.Sandbox.Invocations;

/// <summary>Reads InvokeEndpoint off the wire: the endpoint from the path, the members from the headers, the payload from the body.</summary>
internal static class InvocationReader
{
    private const string Before = "/endpoints/";
    private const string After = "/invocations";

    public static async Task<InvocationRequest> ReadAsync(HttpContext context)
    {
        var headers = context.Request.Headers;
        var endpoint = Endpoint(context.Request);

        // Read for its bounds alone: no behaviour explains, and a container is not told.
        InvocationHeader.EnableExplanations.Read(headers);
        var request = new InvocationRequest(endpoint, ReadOnlyMemory<byte>.Empty)
        {
            ContentType = InvocationHeader.ContentType.Read(headers) ?? "application/octet-stream",
            Accept = InvocationHeader.Accept.Read(headers),
            CustomAttributes = InvocationHeader.CustomAttributes.Read(headers),
            TargetModel = InvocationHeader.TargetModel.Read(headers),
            TargetVariant = InvocationHeader.TargetVariant.Read(headers),
            TargetContainerHostname = InvocationHeader.TargetContainerHostname.Read(headers),
            InferenceId = InvocationHeader.InferenceId.Read(headers),
            InferenceComponentName = InvocationHeader.InferenceComponentName.Read(headers),
            SessionId = InvocationHeader.SessionId.Read(headers),
        };
        return request with { Body = await InvocationBody.ReadAsync(context.Request, context.RequestAborted) };
    }

    private static string Endpoint(HttpRequest request)
    {
        var path = request.Path.Value!;
        return HttpMethods.IsPost(request.Method)
            && path.Length > Before.Length + After.Length
            && path.StartsWith(Before, StringComparison.Ordinal)
            && path.EndsWith(After, StringComparison.Ordinal)
            && path[Before.Length..^After.Length] is var name
            && !name.Contains('/')
            ? InvocationHeader.EndpointName.Within(name)
            : throw new AwsErrorException("UnknownOperationException", $"The operation {request.Method} {path} is not known to the sandbox.", StatusCodes.Status404NotFound);
    }
}
