using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Amazon.Runtime.Internal.Transform;

namespace CanaryConsole.Aws.Protocol;

/// <summary>
/// Reads an error in any of the shapes in use: a JSON body with <c>__type</c> or <c>code</c>, the headers <c>x-amzn-errortype</c> and
/// <c>x-amzn-query-error</c>, the query protocol's XML, and whatever a proxy in between may send.
/// </summary>
internal static partial class ServiceErrorReader
{
    private const int MaxQuotedCharacters = 200;

    /// <summary>
    /// The SDK takes a redirect for an answer. Ours are not followed and have no message to read: somebody between here and AWS sent them.
    /// </summary>
    public static ServiceError? ReadUnlessSuccess(Stream stream, IWebResponseData response) => response.IsSuccessStatusCode
        ? null
        : Read(stream, response, new HttpRequestException($"HTTP {(int)response.StatusCode}"), response.StatusCode);

    public static ServiceError Read(Stream stream, IWebResponseData response, Exception inner, HttpStatusCode status)
    {
        var text = Encoding.UTF8.GetString(BodyReader.ReadAll(stream)).Trim();
        var json = Members(text);
        var xml = Xml(text);

        // CloudWatch spoke the query protocol first and still gives that protocol's error codes; they win, as in the official SDK.
        var code = FirstOf(
            Header(response, "x-amzn-query-error")?.Split(';')[0],
            Header(response, "x-amzn-errortype"),
            Text(json, "__type"),
            Text(json, "code"),
            Text(json, "Code"),
            Element(xml, "Code"),
            NamedByRoot(xml));
        var message = FirstOf(
            Text(json, "message"), Text(json, "Message"), Text(json, "errorMessage"), Element(xml, "Message"), Element(xml, "message"));
        var requestId = FirstOf(
            Header(response, "x-amzn-RequestId"), Header(response, "x-amz-request-id"), Element(xml, "RequestId"), Element(xml, "RequestID"));

        return new ServiceError(
            code is null ? $"Http{(int)status}" : ShortName(code),
            message ?? Unreadable(text, json, status),
            requestId,
            status,
            inner,
            json);
    }

    /// <summary>Names may come with a namespace before and an address after: <c>com.amazonaws.sagemaker#ResourceNotFound:http://…</c>.</summary>
    private static string ShortName(string code)
    {
        var name = code.Split(':')[0];
        return name[(name.LastIndexOf('#') + 1)..].Trim();
    }

    private static Dictionary<string, JsonElement> Members(string text)
    {
        if (text.StartsWith('{'))
        {
            try
            {
                var members = JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(text) ?? [];

                // What Amazon's framework answers before it knows the operation: {"Output":{"__type":…},"Version":"1.0"}.
                return members.TryGetValue("Output", out var output) && output.ValueKind == JsonValueKind.Object
                    ? output.Deserialize<Dictionary<string, JsonElement>>() ?? []
                    : members;
            }
            catch (JsonException)
            {
                // Cut short or not JSON after all: the status and the headers still say what happened.
            }
        }

        return [];
    }

    private static XElement? Xml(string text)
    {
        if (!text.StartsWith('<') || text.Contains("<html", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        try
        {
            return XElement.Parse(text);
        }
        catch (System.Xml.XmlException)
        {
            return null;
        }
    }

    private static string? Text(Dictionary<string, JsonElement> json, string name) =>
        json.TryGetValue(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static string? Element(XElement? xml, string name) => xml?.DescendantsAndSelf().FirstOrDefault(e => e.Name.LocalName == name)?.Value;

    /// <summary>Some of Amazon's front ends answer with the error's name as the only element: <c>&lt;UnknownOperationException/&gt;</c>.</summary>
    private static string? NamedByRoot(XElement? xml) =>
        xml?.Name.LocalName is { } name && name.EndsWith("Exception", StringComparison.Ordinal) ? name : null;

    private static string? Header(IWebResponseData response, string name) => response.IsHeaderPresent(name) ? response.GetHeaderValue(name) : null;

    private static string? FirstOf(params ReadOnlySpan<string?> candidates)
    {
        foreach (var candidate in candidates)
        {
            if (!string.IsNullOrWhiteSpace(candidate))
            {
                return candidate.Trim();
            }
        }

        return null;
    }

    private static string Unreadable(string text, Dictionary<string, JsonElement> json, HttpStatusCode status)
    {
        if (text.Length == 0 || json.Count > 0 || Xml(text) is not null)
        {
            return $"The service answered HTTP {(int)status} without a message.";
        }

        if (HtmlTitle().Match(text) is { Success: true } title)
        {
            return $"The service answered HTTP {(int)status} with a web page: {title.Groups["title"].Value.Trim().ReplaceLineEndings(" ")}";
        }

        var quoted = text.Length > MaxQuotedCharacters ? text[..MaxQuotedCharacters] + "…" : text;
        return $"The service answered HTTP {(int)status} with something that is not an AWS error: {quoted.ReplaceLineEndings(" ")}";
    }

    [GeneratedRegex("<title>(?<title>[^<]{1,200})</title>", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex HtmlTitle();
}
