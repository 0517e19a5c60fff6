using CanaryConsole.Core.Rollouts;

namespace CanaryConsole.Api.Published;

/// <summary>The services' refusals in the published contract's field names.</summary>
internal static class PublishedRefusals
{
    private static readonly Dictionary<string, string> Fields = new(StringComparer.Ordinal)
    {
        ["endpoint"] = "config.endpoint_name",
        ["championVariant"] = "config.current_variant.variant_name",
        ["challengerVariant"] = "config.canary_variant.variant_name",
        ["modelName"] = "config.canary_variant.model_name",
        ["overrideArtifact"] = "config.canary_variant.model_name",
        ["instanceType"] = "config.canary_variant.instance_type",
        ["instanceCount"] = "config.canary_variant.initial_instance_count",
        ["steps[0].share"] = "config.canary_variant.initial_weight",
        ["steps[0].bakeMinutes"] = "config.bake_time_minutes",
        ["bakeMinutes"] = "config.bake_time_minutes",
        ["latencyP99LimitMs"] = "config.latency_threshold_ms",
        ["errorRateLimit"] = "config.error_rate_threshold",
        ["challengerShare"] = "shift_amount",
    };

    public static IResult ToPublishedProblem(this CommandResult.Refused refused, HttpContext context)
    {
        if (refused.Field is not { } field || !Fields.TryGetValue(field, out var published))
        {
            return refused.ToProblem(context);
        }

        // The services begin their sentence with the field's name.
        var reason = refused.Reason.StartsWith(field + " ", StringComparison.Ordinal) ? published + refused.Reason[field.Length..] : refused.Reason;
        return Refusals.Of(refused.Kind, published, reason, context);
    }

    public static IResult UnknownDeployment(string id) => Problems.NotFound("deployment_id", id, $"There is no deployment {id}.");

    public static IResult? UnlessAction(string action, string only) => string.Equals(action, only, StringComparison.Ordinal)
        ? null
        : Problems.OutOfBounds("action", action, $"action is \"{action}\": this address knows \"{only}\" only.");
}
