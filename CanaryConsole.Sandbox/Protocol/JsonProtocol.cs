using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace CanaryConsole.Sandbox.Protocol;

/// <summary>awsJson 1.0 and 1.1: POST / with X-Amz-Target and a JSON body, as SageMaker, CloudWatch and Application Auto Scaling speak.</summary>
internal sealed class JsonProtocol(OperationTable operations, Simulation simulation) : IProtocol
{
    private const int MaximumBody = 1_048_576;

    // CloudWatch's JSON names the shape of the error, and in a header the code that older clients know.
    private static readonly Dictionary<string, string> CloudWatchShapes = new(StringComparer.Ordinal)
    {
        ["InvalidParameterValue"] = "InvalidParameterValueException",
        ["MissingParameter"] = "MissingRequiredParameterException",
        ["LimitExceeded"] = "LimitExceededFault",
        ["ResourceNotFound"] = "ResourceNotFound",
        ["InvalidNextToken"] = "InvalidNextToken",
        ["InvalidFormat"] = "InvalidFormatFault",
        ["InvalidParameterCombination"] = "InvalidParameterCombinationException",
        ["InvalidParameterInput"] = "DashboardInvalidInputError",
    };

    public IEnumerable<string> Operations => operations.Targets.Select(Name);

    public ValueTask<string?> OperationAsync(HttpContext context)
    {
        string? target = context.Request.Headers["X-Amz-Target"];
        return ValueTask.FromResult(target is null ? null : Name(target));
    }

    public async Task AnswerAsync(HttpContext context)
    {
        string? target = context.Request.Headers["X-Amz-Target"];
        if (!HttpMethods.IsPost(context.Request.Method) || target is null || !operations.TryFind(target, out var operation))
        {
            throw new AwsErrorException("UnknownOperationException", $"The operation {target ?? "(no X-Amz-Target)"} is not known to the sandbox.");
        }

        var body = await Body.ReadAsync(context, MaximumBody);
        await Answer.BytesAsync(context, ContentType(context.Request), operation(body, simulation));
    }

    public Task RefuseAsync(HttpContext context, AwsErrorException error)
    {
        var response = context.Response;
        response.StatusCode = error.StatusCode;
        var shape = CloudWatchShapes.GetValueOrDefault(error.Code, error.Code);
        if (context.Request.Headers.ContainsKey("x-amzn-query-mode"))
        {
            response.Headers["x-amzn-query-error"] = $"{error.Code};{(error.StatusCode < 500 ? "Sender" : "Receiver")}";
        }

        response.Headers["x-amzn-errortype"] = shape;
        return Answer.BytesAsync(
            context,
            ContentType(context.Request),
            JsonSerializer.SerializeToUtf8Bytes(new Dictionary<string, string> { ["__type"] = shape, ["message"] = error.Message }));
    }

    private static string Name(string target) => target[(target.LastIndexOf('.') + 1)..];

    // The version that was spoken is the version that answers.
    private static string ContentType(HttpRequest request) =>
        request.ContentType?.StartsWith("application/x-amz-json-1.0", StringComparison.Ordinal) == true ? "application/x-amz-json-1.0" : "application/x-amz-json-1.1";
}
