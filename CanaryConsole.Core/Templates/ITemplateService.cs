using CanaryConsole.Core.Rollouts;

namespace CanaryConsole.Core.Templates;

/// <summary>Plans kept under names. Every version stays in the log, also of a template that was deleted.</summary>
public interface ITemplateService
{
    /// <summary>By name; at most 200.</summary>
    /// <exception cref="Storage.StoreException">The events could not be read.</exception>
    Task<IReadOnlyList<Template>> ListAsync(CancellationToken cancellationToken);

    /// <summary>Null when there is none of that name, or it was deleted.</summary>
    /// <exception cref="Storage.StoreException">The events could not be read.</exception>
    Task<Template?> FindAsync(string name, CancellationToken cancellationToken);

    /// <summary>Keeps the plan under the name, in place of what was there. The plan's endpoint may be empty: it is then left open.</summary>
    Task<TemplateResult> SaveAsync(string name, RolloutRequest plan, string actor, CancellationToken cancellationToken);

    /// <summary>Refused when the new name is taken.</summary>
    Task<TemplateResult> RenameAsync(string name, string newName, string actor, CancellationToken cancellationToken);

    Task<TemplateResult> DeleteAsync(string name, string actor, CancellationToken cancellationToken);

    /// <summary>Starts a rollout by the template's plan, checked like any other.</summary>
    Task<CommandResult> StartAsync(string name, TemplateUse use, string actor, CancellationToken cancellationToken);
}
