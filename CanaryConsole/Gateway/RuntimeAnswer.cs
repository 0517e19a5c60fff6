using System.Buffers;
using System.Net;
using System.Text.Json;
using CanaryConsole.Aws.SageMakerRuntime;
using CanaryConsole.Core.Gateway;

namespace CanaryConsole.Gateway;

/// <summary>What SageMaker Runtime answered, on its way back to the caller: the headers of its API and no other, the body as it comes.</summary>
internal static class RuntimeAnswer
{
    private const int Chunk = 16 * 1024;

    /// <summary>Longer than any error of the API; its JSON is read up to here for what it says of the model.</summary>
    private const int LongestError = 64 * 1024;

    private static readonly string[] Passed =
    [
        InvokeEndpointHeaders.InvokedProductionVariant,
        InvokeEndpointHeaders.CustomAttributes,
        InvokeEndpointHeaders.NewSessionId,
        InvokeEndpointHeaders.ClosedSessionId,
        "x-amzn-RequestId",
        "x-amzn-ErrorType",
        "Retry-After",
    ];

    public static string? Variant(HttpResponseMessage answer) =>
        answer.Headers.NonValidated.TryGetValues(InvokeEndpointHeaders.InvokedProductionVariant, out var values) ? values.ToString() : null;

    public static void CopyHead(HttpResponseMessage answer, HttpResponse response)
    {
        response.StatusCode = (int)answer.StatusCode;
        foreach (var name in Passed)
        {
            if (answer.Headers.NonValidated.TryGetValues(name, out var values))
            {
                response.Headers[name] = values.ToString();
            }
        }

        if (answer.Content.Headers.NonValidated.TryGetValues("Content-Type", out var type))
        {
            response.ContentType = type.ToString();
        }

        response.ContentLength = answer.Content.Headers.ContentLength;
    }

    public static async Task CopyBodyAsync(HttpResponseMessage answer, HttpResponse response, CancellationToken cancellationToken)
    {
        var from = await answer.Content.ReadAsStreamAsync(cancellationToken);
        await using (from)
        {
            while (await from.ReadAsync(response.BodyWriter.GetMemory(Chunk), cancellationToken) is > 0 and var read)
            {
                response.BodyWriter.Advance(read);
                await response.BodyWriter.FlushAsync(cancellationToken);
            }
        }
    }

    /// <summary>Null for a model's own failure, whose class stands in its body.</summary>
    public static InvocationStatus? Status(HttpStatusCode status) => (int)status switch
    {
        >= 200 and < 300 => InvocationStatus.Answered,
        StatusCodes.Status424FailedDependency => null,
        >= 400 and < 500 => InvocationStatus.ClientError,
        _ => InvocationStatus.ServerError,
    };

    /// <summary>Passes a model's failure on, and answers with what the model's own status says of it.</summary>
    public static async Task<InvocationStatus> CopyModelErrorAsync(HttpResponseMessage answer, HttpResponse response, CancellationToken cancellationToken)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(LongestError);
        try
        {
            var from = await answer.Content.ReadAsStreamAsync(cancellationToken);
            await using (from)
            {
                var length = await from.ReadAtLeastAsync(buffer.AsMemory(0, LongestError), LongestError, throwOnEndOfStream: false, cancellationToken);
                await response.Body.WriteAsync(buffer.AsMemory(0, length), cancellationToken);
                await from.CopyToAsync(response.Body, cancellationToken);
                return OriginalStatus(buffer.AsSpan(0, length)) switch
                {
                    >= 400 and < 500 => InvocationStatus.ModelClientError,
                    >= 500 and < 600 => InvocationStatus.ModelServerError,
                    _ => InvocationStatus.ModelError,
                };
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer, clearArray: true);
        }
    }

    private static int OriginalStatus(ReadOnlySpan<byte> error)
    {
        var reader = new Utf8JsonReader(error);
        try
        {
            while (reader.Read())
            {
                if (reader is { TokenType: JsonTokenType.PropertyName, CurrentDepth: 1 } && reader.ValueTextEquals("OriginalStatusCode"u8) && reader.Read() && reader.TryGetInt32(out var status))
                {
                    return status;
                }
            }
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // Not the error that Amazon's model describes: then it says nothing of the model's own status.
        }

        return 0;
    }
}
