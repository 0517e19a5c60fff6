using System.Net;
using System.Text.Json;
using Amazon.Runtime;

namespace CanaryConsole.Aws.Protocol;

/// <summary>What a service said when it refused, whatever the protocol it said it in.</summary>
/// <param name="Code">The error's name, such as <c>ValidationException</c>; where nothing names it, the HTTP status.</param>
/// <param name="Message">One sentence of the service's, never empty.</param>
/// <param name="Body">The JSON members beside code and message, where there are any.</param>
internal sealed record ServiceError(
    string Code,
    string Message,
    string? RequestId,
    HttpStatusCode StatusCode,
    Exception Inner,
    IReadOnlyDictionary<string, JsonElement> Body)
{
    public ErrorType Type => (int)StatusCode >= 500 ? ErrorType.Receiver : ErrorType.Sender;

    public string? Text(string member) =>
        Body.TryGetValue(member, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    public IReadOnlyList<T> List<T>(string member) =>
        Body.TryGetValue(member, out var value) && value.ValueKind == JsonValueKind.Array ? value.Deserialize<List<T>>(AwsJson.Options) ?? [] : [];

    public int? Number(string member) =>
        Body.TryGetValue(member, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) ? number : null;
}
