using CanaryConsole.Aws.SageMakerRuntime.Forwarding;
using CanaryConsole.Core.Gateway;
using Microsoft.Extensions.Primitives;

namespace CanaryConsole.Gateway;

/// <summary>Reads InvokeEndpoint's members off the headers, each within the bounds of the API. What else came along stays here: cookies, signatures, addresses.</summary>
internal static class InvocationReading
{
    /// <summary>Whom the request is for: one unit is always asked of the same variant, as far as the weights allow.</summary>
    public const string UnitHeader = "X-Canary-Unit";

    public static RuntimeRefusal? Read(IHeaderDictionary headers, string endpoint, out InvocationToForward invocation, out string? unit)
    {
        RuntimeRefusal? refusal = null;
        unit = Text(headers[UnitHeader]);
        invocation = new InvocationToForward(endpoint, ReadOnlyMemory<byte>.Empty)
        {
            Accept = Member(InvocationHeader.Accept),
            ContentType = Member(InvocationHeader.ContentType),
            CustomAttributes = Member(InvocationHeader.CustomAttributes),
            EnableExplanations = Member(InvocationHeader.EnableExplanations),
            InferenceComponentName = Member(InvocationHeader.InferenceComponentName),
            InferenceId = Member(InvocationHeader.InferenceId),
            SessionId = Member(InvocationHeader.SessionId),
            TargetContainerHostname = Member(InvocationHeader.TargetContainerHostname),
            TargetModel = Member(InvocationHeader.TargetModel),
            TargetVariant = Member(InvocationHeader.TargetVariant),
        };
        return refusal ?? (unit?.Length > GatewayOptions.LongestUnit ? RuntimeRefusal.LongUnit : null);

        string? Member(InvocationHeader header)
        {
            if (!headers.TryGetValue(header.Header, out var values))
            {
                return null;
            }

            var value = values.ToString();
            if (header.Problem(value) is { } problem)
            {
                refusal ??= RuntimeRefusal.Invalid(problem);
                return null;
            }

            return Text(value);
        }
    }

    private static string? Text(StringValues values) => values.ToString() is { Length: > 0 } text ? text : null;
}
