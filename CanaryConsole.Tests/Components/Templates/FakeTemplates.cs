using CanaryConsole.Core.Rollouts;
using CanaryConsole.Core.Templates;

namespace CanaryConsole.Tests.Components.Templates;

/// <summary>Templates in memory; what the next change is refused for is the test's to say.</summary>
internal sealed class FakeTemplates : ITemplateService
{
    private readonly Dictionary<string, Template> _templates = new(StringComparer.Ordinal);

    public string? Refusal { get; set; }

    public Exception? Failure { get; set; }

    public void Put(string name, RolloutRequest plan) =>
        _templates[name] = new Template(name, (_templates.GetValueOrDefault(name)?.Version ?? 0) + 1, plan, SnapshotBuilder.Now, "operator");

    public Template? Find(string name) => _templates.GetValueOrDefault(name);

    public Task<IReadOnlyList<Template>> ListAsync(CancellationToken cancellationToken) => Failure is null
        ? Task.FromResult<IReadOnlyList<Template>>([.. _templates.Values.OrderBy(template => template.Name, StringComparer.Ordinal)])
        : Task.FromException<IReadOnlyList<Template>>(Failure);

    public Task<Template?> FindAsync(string name, CancellationToken cancellationToken) => Task.FromResult(Find(name));

    public Task<TemplateResult> SaveAsync(string name, RolloutRequest plan, string actor, CancellationToken cancellationToken)
    {
        if (Refusal is null)
        {
            Put(name, plan);
        }

        return Answer(name);
    }

    public Task<TemplateResult> RenameAsync(string name, string newName, string actor, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<TemplateResult> DeleteAsync(string name, string actor, CancellationToken cancellationToken)
    {
        var answer = Answer(name);
        _templates.Remove(name);
        return answer;
    }

    public Task<CommandResult> StartAsync(string name, TemplateUse use, string actor, CancellationToken cancellationToken) => throw new NotSupportedException();

    private Task<TemplateResult> Answer(string name) => Task.FromResult<TemplateResult>(Refusal is { } reason
        ? new TemplateResult.Refused(RefusalKind.Invalid, "name", reason)
        : new TemplateResult.Accepted(_templates[name]));
}
