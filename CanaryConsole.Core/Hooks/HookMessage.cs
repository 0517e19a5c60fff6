using System.Text.Json;

namespace CanaryConsole.Core.Hooks;

/// <summary>The body that is posted to a hook.</summary>
internal sealed record HookMessage(
    string Hook, string Moment, string RolloutId, string Endpoint, string Challenger, string Model, string PlanDigest, DateTimeOffset Time)
{
    public static byte[] Of(HookCall call, DateTimeOffset at) => JsonSerializer.SerializeToUtf8Bytes(
        new HookMessage(call.Hook.Name, Word(call.Hook.Moment), call.RolloutId, call.Endpoint, call.Challenger, call.Model, call.PlanDigest, at),
        CoreJson.Options);

    /// <summary>The moment as it is written in requests, bodies and keys.</summary>
    public static string Word(HookMoment moment) => moment is HookMoment.BeforeTraffic ? "beforeTraffic" : "afterTraffic";
}
