using CanaryConsole.Core.Rollouts;

namespace CanaryConsole.Core.Templates;

/// <summary>The answer to a change of the templates.</summary>
public abstract record TemplateResult
{
    private TemplateResult()
    {
    }

    public sealed record Accepted(Template Template) : TemplateResult;

    public sealed record Refused(RefusalKind Kind, string? Field, string Reason) : TemplateResult;
}
