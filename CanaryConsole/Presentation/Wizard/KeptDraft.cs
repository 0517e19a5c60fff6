using System.Text.Json;
using System.Text.Json.Serialization;

namespace CanaryConsole.Presentation.Wizard;

/// <summary>A draft as it is kept between two visits: everything as it was typed, however wrong.</summary>
/// <param name="Version">Of this form; another one is not read.</param>
/// <param name="Furthest">The furthest step that was on show.</param>
/// <param name="Touched">The fields that somebody typed into, so that what is wrong with them is said again.</param>
internal sealed record KeptDraft(int Version, WizardStep Furthest, IReadOnlyList<string> Touched, RolloutDraft Draft)
{
    public const int Present = 1;

    /// <summary>More characters are not read back.</summary>
    public const int Longest = 200_000;

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        // What is computed from the rest is computed again.
        IgnoreReadOnlyProperties = true,
        RespectNullableAnnotations = true,
        Converters = { new JsonStringEnumConverter(allowIntegerValues: false) },
        MaxDepth = 16,
    };

    public static string Write(DraftSession session, WizardStep furthest) =>
        JsonSerializer.Serialize(new KeptDraft(Present, furthest, [.. session.Touched], session.Draft), Options);

    /// <returns>Null for a text that is none, or of another version: a browser may keep anything.</returns>
    public static KeptDraft? Read(string? text)
    {
        if (text is null || text.Length > Longest)
        {
            return null;
        }

        try
        {
            var kept = JsonSerializer.Deserialize<KeptDraft>(text, Options);
            return kept is { Version: Present, Draft: not null, Touched: not null } && IsWhole(kept.Draft) ? kept : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    // A list's own nulls are not what the annotations speak of.
    private static bool IsWhole(RolloutDraft draft) =>
        draft.Steps.TrueForAll(step => step is not null) && draft.Guardrails.TrueForAll(guardrail => guardrail is not null && guardrail.Metrics.TrueForAll(metric => metric is not null))
        && draft.Alarms.TrueForAll(alarm => alarm is not null) && draft.Tags.TrueForAll(tag => tag is not null)
        && draft.SmokeTests.TrueForAll(test => test is not null) && draft.Hooks.TrueForAll(hook => hook is not null);
}
