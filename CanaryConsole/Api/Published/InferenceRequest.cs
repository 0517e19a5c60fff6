using System.Text.Json;
using System.Text.Json.Serialization;

namespace CanaryConsole.Api.Published;

/// <summary>What `POST /api/inference` takes.</summary>
internal sealed record InferenceRequest
{
    /// <summary>Which endpoint to ask; may be left out while there is only one, or only one with a deployment under way.</summary>
    [JsonPropertyName("endpoint_name")]
    public string? EndpointName { get; init; }

    [JsonPropertyName("user_id")]
    public required string UserId { get; init; }

    /// <summary>What the model is asked, as an object; text/csv sends its values in their order.</summary>
    [JsonPropertyName("features")]
    public required JsonElement Features { get; init; }

    /// <summary>"application/json" or "text/csv".</summary>
    [JsonPropertyName("content_type")]
    public string ContentType { get; init; } = InferencePayload.Json;

    /// <summary>Pins the request to one variant; left out, the weights decide.</summary>
    [JsonPropertyName("target_variant")]
    public string? TargetVariant { get; init; }
}

/// <summary>A model's answer, and who gave it.</summary>
/// <param name="Predictions">The answer as JSON where it is JSON, as text otherwise.</param>
/// <param name="ModelLatencyMs">The call to the endpoint, as the console measured it.</param>
internal sealed record InferenceAnswer(
    [property: JsonPropertyName("request_id")] string RequestId,
    [property: JsonPropertyName("predictions")] JsonElement Predictions,
    [property: JsonPropertyName("variant_name")] string? VariantName,
    [property: JsonPropertyName("model_latency_ms")] double ModelLatencyMs,
    [property: JsonPropertyName("total_latency_ms")] double TotalLatencyMs);
