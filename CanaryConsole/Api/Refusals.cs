using System.Text.Json;
using CanaryConsole.Core.Rollouts;
using CanaryConsole.Core.Shapes;

namespace CanaryConsole.Api;

/// <summary>The application services' refusals as answers, with the value that was sent in the field at fault.</summary>
internal static class Refusals
{
    public static IResult ToProblem(this CommandResult.Refused refused, HttpContext context) => Of(refused.Kind, refused.Field, refused.Reason, context);

    public static IResult ToProblem(this WeightResult.Refused refused, HttpContext context) => Of(refused.Kind, refused.Field, refused.Reason, context);

    public static IResult Of(RefusalKind kind, string? field, string reason, HttpContext context) => Problems.Of(
        kind, field, reason, Sent(field, context), field is null ? null : YamlBody.LinesOf(context)?.Of(field));

    private static string? Sent(string? field, HttpContext context)
    {
        var bytes = RequestBytes.Of(context);
        if (field is null || bytes.IsEmpty)
        {
            return null;
        }

        using var document = JsonDocument.Parse(bytes);
        return JsonShape.ValueAt(document.RootElement, field);
    }
}
