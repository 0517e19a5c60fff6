using System.Text.RegularExpressions;
using CanaryConsole.Aws.SageMakerRuntime;
using CanaryConsole.Sandbox.Protocol;
using Microsoft.AspNetCore.Http;

namespace CanaryConsole.Sandbox.Invocations;

/// <summary>One header of InvokeEndpoint, with the member it carries and that member's bounds.</summary>
internal sealed partial record InvocationHeader(string Name, string Member, int Maximum, int Minimum, string Pattern, Regex? Matches)
{
    private const string NamePattern = "^[a-zA-Z0-9](-*[a-zA-Z0-9])*";
    private const string PrintablePattern = @"\A\S[\p{Print}]*\z";

    public static readonly InvocationHeader ContentType = Ascii("Content-Type", "contentType");
    public static readonly InvocationHeader Accept = Ascii("Accept", "accept");
    public static readonly InvocationHeader CustomAttributes = Ascii(InvokeEndpointHeaders.CustomAttributes, "customAttributes");
    public static readonly InvocationHeader TargetModel = new(InvokeEndpointHeaders.TargetModel, "targetModel", 1024, 1, PrintablePattern, Printable());
    public static readonly InvocationHeader TargetVariant = new(InvokeEndpointHeaders.TargetVariant, "targetVariant", 63, 0, NamePattern, Words());
    public static readonly InvocationHeader TargetContainerHostname =
        new(InvokeEndpointHeaders.TargetContainerHostname, "targetContainerHostname", 63, 0, NamePattern, Words());

    public static readonly InvocationHeader InferenceId = new(InvokeEndpointHeaders.InferenceId, "inferenceId", 64, 1, PrintablePattern, Printable());
    public static readonly InvocationHeader EnableExplanations = new(InvokeEndpointHeaders.EnableExplanations, "enableExplanations", 64, 1, ".*", null);
    public static readonly InvocationHeader InferenceComponentName =
        new(InvokeEndpointHeaders.InferenceComponentName, "inferenceComponentName", 63, 0, "^[a-zA-Z0-9]([\\-a-zA-Z0-9]*[a-zA-Z0-9])?$", Component());

    public static readonly InvocationHeader SessionId =
        new(InvokeEndpointHeaders.SessionId, "sessionId", 256, 0, "^(NEW_SESSION)$|^[a-zA-Z0-9](-*[a-zA-Z0-9])*$", Session());

    // The name of the endpoint stands in the path; its bounds are of the same kind.
    public static readonly InvocationHeader EndpointName = new("", "endpointName", 63, 0, NamePattern, Words());

    /// <summary>Null where the header is absent.</summary>
    public string? Read(IHeaderDictionary headers) => headers.TryGetValue(Name, out var values) ? Within(values.ToString()) : null;

    public string Within(string value)
    {
        if (value.Length > Maximum)
        {
            throw Refused(value, $"Member must have length less than or equal to {Maximum}");
        }

        if (value.Length < Minimum)
        {
            throw Refused(value, $"Member must have length greater than or equal to {Minimum}");
        }

        // What is no visible ASCII could end the header where it is passed on.
        return value.AsSpan().ContainsAnyExceptInRange(' ', '~') || Matches?.IsMatch(value) == false
            ? throw Refused(value, $"Member must satisfy regular expression pattern: {Pattern}")
            : value;
    }

    private static InvocationHeader Ascii(string name, string member) => new(name, member, 1024, 0, @"\p{ASCII}*", null);

    // Custom attributes may be anything a caller holds dear; AWS marks them sensitive, so they are not repeated.
    private AwsErrorException Refused(string value, string constraint) => new(
        "ValidationError",
        $"1 validation error detected: Value {(ReferenceEquals(this, CustomAttributes) ? "" : $"'{value}' ")}at '{Member}' failed to satisfy constraint: {constraint}");

    [GeneratedRegex(@"^[a-zA-Z0-9](-*[a-zA-Z0-9])*\z")]
    private static partial Regex Words();

    [GeneratedRegex(@"^[a-zA-Z0-9]([\-a-zA-Z0-9]*[a-zA-Z0-9])?\z")]
    private static partial Regex Component();

    [GeneratedRegex(@"^(NEW_SESSION|[a-zA-Z0-9](-*[a-zA-Z0-9])*)\z")]
    private static partial Regex Session();

    [GeneratedRegex(@"^[^ ]")]
    private static partial Regex Printable();
}
