using System.Text.Json.Serialization;
using CanaryConsole.Core.Rollouts;

namespace CanaryConsole.Core.Templates;

/// <summary>What happened to a template, in the past tense. Names on the wire are kept for ever.</summary>
[JsonDerivedType(typeof(TemplateSaved), "templateSaved")]
[JsonDerivedType(typeof(TemplateDeleted), "templateDeleted")]
public abstract record TemplateEvent
{
    private TemplateEvent()
    {
    }

    /// <param name="RenamedFrom">The name it had until then; null when it was saved and not renamed.</param>
    public sealed record TemplateSaved(RolloutRequest Plan, string? RenamedFrom = null) : TemplateEvent;

    /// <param name="RenamedTo">The name it has from then on; null when it is gone.</param>
    public sealed record TemplateDeleted(string? RenamedTo = null) : TemplateEvent;
}
