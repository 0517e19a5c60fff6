namespace CanaryConsole.Sandbox.Protocol;

/// <summary>A request that AWS would refuse, with AWS's own error code, words and HTTP status.</summary>
internal sealed class AwsErrorException(string code, string message, int statusCode = 400) : Exception(message)
{
    public string Code { get; } = code;

    public int StatusCode { get; } = statusCode;

    /// <summary>What the error carries beside its message.</summary>
    public IReadOnlyDictionary<string, object> Members { get; init; } = new Dictionary<string, object>();

    public static AwsErrorException Validation(string message) => new("ValidationException", message);

    public static AwsErrorException Throttled() => new("ThrottlingException", "Rate exceeded");

    public static AwsErrorException ExpiredToken() => new("ExpiredTokenException", "The security token included in the request is expired", 403);

    public static AwsErrorException AccessDenied(string operation) => new(
        "AccessDeniedException", $"User: arn:aws:iam::{Arn.Account}:user/sandbox is not authorized to perform: {operation} because no identity-based policy allows it", 403);

    public static AwsErrorException InvalidParameterValue(string message) => new("InvalidParameterValue", message);

    public static AwsErrorException Constraint(string member, object? value, string constraint) =>
        Validation($"1 validation error detected: Value {(value is null ? "null" : $"'{value}'")} at '{member}' failed to satisfy constraint: {constraint}");
}
