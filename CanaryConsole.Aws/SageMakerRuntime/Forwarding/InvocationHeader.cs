using System.Text.RegularExpressions;

namespace CanaryConsole.Aws.SageMakerRuntime.Forwarding;

/// <summary>One header of InvokeEndpoint with the bounds that Amazon's model gives the member it carries.</summary>
public sealed partial class InvocationHeader
{
    public const int LongestName = 63;

    private const string NamePattern = "^[a-zA-Z0-9](-*[a-zA-Z0-9])*";
    private const string PrintablePattern = @"\A\S[\p{Print}]*\z";

    public static readonly InvocationHeader Accept = new("Accept", "accept", 0, 1024, @"\p{ASCII}*", null);
    public static readonly InvocationHeader ContentType = new("Content-Type", "contentType", 0, 1024, @"\p{ASCII}*", null);
    public static readonly InvocationHeader CustomAttributes = new(InvokeEndpointHeaders.CustomAttributes, "customAttributes", 0, 1024, @"\p{ASCII}*", null) { _isSensitive = true };
    public static readonly InvocationHeader EnableExplanations = new(InvokeEndpointHeaders.EnableExplanations, "enableExplanations", 1, 64, ".*", null);
    public static readonly InvocationHeader InferenceComponentName =
        new(InvokeEndpointHeaders.InferenceComponentName, "inferenceComponentName", 0, LongestName, @"^[a-zA-Z0-9]([\-a-zA-Z0-9]*[a-zA-Z0-9])?$", Component());

    public static readonly InvocationHeader InferenceId = new(InvokeEndpointHeaders.InferenceId, "inferenceId", 1, 64, PrintablePattern, NoSpaceFirst());
    public static readonly InvocationHeader SessionId =
        new(InvokeEndpointHeaders.SessionId, "sessionId", 0, 256, "^(NEW_SESSION)$|^[a-zA-Z0-9](-*[a-zA-Z0-9])*$", Session());

    public static readonly InvocationHeader TargetContainerHostname = new(InvokeEndpointHeaders.TargetContainerHostname, "targetContainerHostname", 0, LongestName, NamePattern, Name());
    public static readonly InvocationHeader TargetModel = new(InvokeEndpointHeaders.TargetModel, "targetModel", 1, 1024, PrintablePattern, NoSpaceFirst());
    public static readonly InvocationHeader TargetVariant = new(InvokeEndpointHeaders.TargetVariant, "targetVariant", 0, LongestName, NamePattern, Name());

    private readonly string _member;
    private readonly int _least;
    private readonly int _most;
    private readonly string _pattern;
    private readonly Regex? _matches;
    private bool _isSensitive;

    private InvocationHeader(string header, string member, int least, int most, string pattern, Regex? matches) =>
        (Header, _member, _least, _most, _pattern, _matches) = (header, member, least, most, pattern, matches);

    public string Header { get; }

    public static bool IsEndpointName(string name) => name.Length <= LongestName && Name().IsMatch(name);

    /// <summary>What is wrong with the value, in Amazon's words; null when nothing is.</summary>
    public string? Problem(string value)
    {
        if (value.Length > _most)
        {
            return Refused(value, $"Member must have length less than or equal to {_most}");
        }

        if (value.Length < _least)
        {
            return Refused(value, $"Member must have length greater than or equal to {_least}");
        }

        // What is no visible ASCII could end the header where it is passed on.
        return value.AsSpan().ContainsAnyExceptInRange(' ', '~') || (value.Length > 0 && _matches?.IsMatch(value) == false)
            ? Refused(value, $"Member must satisfy regular expression pattern: {_pattern}")
            : null;
    }

    private string Refused(string value, string constraint) =>
        $"1 validation error detected: Value {(_isSensitive ? "" : $"'{value}' ")}at '{_member}' failed to satisfy constraint: {constraint}";

    [GeneratedRegex(@"^[a-zA-Z0-9](-*[a-zA-Z0-9])*\z")]
    private static partial Regex Name();

    [GeneratedRegex(@"^[a-zA-Z0-9]([\-a-zA-Z0-9]*[a-zA-Z0-9])?\z")]
    private static partial Regex Component();

    [GeneratedRegex(@"^(NEW_SESSION|[a-zA-Z0-9](-*[a-zA-Z0-9])*)\z")]
    private static partial Regex Session();

    [GeneratedRegex("^[^ ]")]
    private static partial Regex NoSpaceFirst();
}
