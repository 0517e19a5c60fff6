using System.Globalization;
using System.Text.Json;
using CanaryConsole.Core.Gateway;

namespace CanaryConsole.Gateway;

/// <summary>What the gateway itself answers, in the shape of SageMaker Runtime's own errors, so that an AWS SDK reads it as one of them.</summary>
/// <param name="Code">The error's name in Amazon's model, or the one that every AWS SDK knows for throttling.</param>
/// <param name="RetryAfter">Seconds; null where trying again would not help.</param>
internal sealed record RuntimeRefusal(int Status, string Code, string Message, int? RetryAfter = null)
{
    private const string Unavailable = "ServiceUnavailable";

    public static RuntimeRefusal TooLarge { get; } = new(
        StatusCodes.Status413PayloadTooLarge,
        "ValidationError",
        $"1 validation error detected: Value at 'body' failed to satisfy constraint: Member must have length less than or equal to {GatewayOptions.LargestBody}");

    public static RuntimeRefusal Full { get; } = new(
        StatusCodes.Status503ServiceUnavailable, Unavailable, "The gateway holds as many bytes of requests as it may (Gateway:MegabytesInFlight): try again in 1 s.", RetryAfter: 1);

    public static RuntimeRefusal Unreachable { get; } = new(
        StatusCodes.Status503ServiceUnavailable, Unavailable, "SageMaker Runtime could not be reached, or broke off before its answer.", RetryAfter: 1);

    public static RuntimeRefusal Redirected { get; } = new(
        StatusCodes.Status503ServiceUnavailable, Unavailable, "What answered in SageMaker Runtime's place redirects to another address, which the gateway does not follow.");

    public static RuntimeRefusal NoCredentials { get; } = new(
        StatusCodes.Status503ServiceUnavailable, Unavailable, "The console has no AWS credentials to sign with.");

    public static RuntimeRefusal TargetRefused { get; } = Invalid("TargetVariant goes past the weights and is not allowed here (Gateway:AllowTargetVariant is false): leave it out.");

    public static RuntimeRefusal LongUnit { get; } = Invalid($"{InvocationReading.UnitHeader} has more than {GatewayOptions.LongestUnit} letters.");

    public static RuntimeRefusal Invalid(string message) => new(StatusCodes.Status400BadRequest, "ValidationError", message);

    public static RuntimeRefusal NotCovered(string endpoint) => new(
        StatusCodes.Status404NotFound, "ValidationError", $"This gateway does not serve endpoint \"{endpoint}\": Gateway:Endpoints must name it.");

    public static RuntimeRefusal TooMany(int most) => new(
        StatusCodes.Status429TooManyRequests, "ThrottlingException", $"{most} requests are in flight, as many as Gateway:RequestsInFlight allows: try again in 1 s.", RetryAfter: 1);

    public static RuntimeRefusal TooLate(TimeSpan limit) => new(
        StatusCodes.Status504GatewayTimeout, Unavailable, string.Create(CultureInfo.InvariantCulture, $"SageMaker Runtime did not answer within {limit.TotalSeconds:0.###} s."));

    public Task WriteAsync(HttpResponse response)
    {
        response.StatusCode = Status;
        response.ContentType = "application/json";
        response.Headers["x-amzn-ErrorType"] = Code;
        response.Headers["x-amzn-RequestId"] = response.HttpContext.TraceIdentifier;
        if (RetryAfter is { } seconds)
        {
            response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        }

        var body = JsonSerializer.SerializeToUtf8Bytes(new ErrorBody(Message));
        response.ContentLength = body.Length;
        return response.Body.WriteAsync(body, response.HttpContext.RequestAborted).AsTask();
    }

    private sealed record ErrorBody(string Message);
}
