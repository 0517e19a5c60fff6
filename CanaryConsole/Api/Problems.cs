using CanaryConsole.Core;
using CanaryConsole.Core.Rollouts;
using CanaryConsole.Core.Storage;
using CanaryConsole.Core.Yaml;

namespace CanaryConsole.Api;

/// <summary>The one shape of every refusal: RFC 9457, with the field at fault and its value where there is one.</summary>
internal static class Problems
{
    public const string ContentType = "application/problem+json";

    private const int LongestValue = 120;

    /// <param name="line">Where in a YAML body it stands.</param>
    public static IResult Of(int status, string detail, string? field = null, string? value = null, int? line = null)
    {
        var extensions = new Dictionary<string, object?>();
        if (field is not null)
        {
            extensions["field"] = field;
        }

        if (value is not null)
        {
            extensions["value"] = value.Length <= LongestValue ? value : value[..LongestValue] + "…";
        }

        if (line is not null)
        {
            extensions["line"] = line;
        }

        return Results.Problem(detail, statusCode: status, extensions: extensions);
    }

    public static IResult BadField(string field, string? value, string detail) => Of(StatusCodes.Status400BadRequest, detail, field, value);

    public static IResult Of(YamlReading.Faulty fault) => Of(StatusCodes.Status400BadRequest, fault.Sentence, fault.Field ?? "body", fault.Value, fault.Line);

    public static IResult OutOfBounds(string field, string? value, string detail) => Of(StatusCodes.Status422UnprocessableEntity, detail, field, value);

    public static IResult NotFound(string field, string value, string detail) => Of(StatusCodes.Status404NotFound, detail, field, value);

    public static IResult Of(RefusalKind kind, string? field, string reason, string? value = null, int? line = null) => Of(
        kind switch
        {
            RefusalKind.NotFound => StatusCodes.Status404NotFound,
            RefusalKind.Invalid => StatusCodes.Status422UnprocessableEntity,
            RefusalKind.Conflict => StatusCodes.Status409Conflict,
            RefusalKind.Unavailable => StatusCodes.Status503ServiceUnavailable,
        },
        YamlReading.At(line, Sentence(reason)),
        field,
        value,
        line);

    public static IResult Of(CloudException failure) => Of(
        failure.Failure switch
        {
            CloudFailure.NotFound => StatusCodes.Status404NotFound,
            CloudFailure.Busy => StatusCodes.Status409Conflict,
            CloudFailure.Invalid => StatusCodes.Status422UnprocessableEntity,
            CloudFailure.AccessDenied => StatusCodes.Status502BadGateway,
            CloudFailure.Throttled or CloudFailure.Unavailable => StatusCodes.Status503ServiceUnavailable,
        },
        Sentence(failure.Message));

    public static IResult Of(StoreException failure) => Of(StatusCodes.Status503ServiceUnavailable, Sentence(failure.Message));

    private static string Sentence(string text) => text.EndsWith('.') || text.EndsWith('?') ? text : text + ".";
}
