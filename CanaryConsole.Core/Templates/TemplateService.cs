using System.Text.RegularExpressions;
using CanaryConsole.Core.Rollouts;
using CanaryConsole.Core.Storage;

namespace CanaryConsole.Core.Templates;

/// <summary>Templates in the event store. A plan is checked as far as it can be without an endpoint: when it is used, all of it is.</summary>
internal sealed partial class TemplateService(TemplateLog log, IRolloutService rollouts) : ITemplateService
{
    private const int MostTemplates = 200;
    private const int Attempts = 5;

    public async Task<IReadOnlyList<Template>> ListAsync(CancellationToken cancellationToken)
    {
        var templates = new List<Template>();
        foreach (var name in await log.NamesAsync(cancellationToken).ConfigureAwait(false))
        {
            if (await FindAsync(name, cancellationToken).ConfigureAwait(false) is { } template)
            {
                templates.Add(template);
            }
        }

        return [.. templates.OrderBy(template => template.Name, StringComparer.Ordinal)];
    }

    public async Task<Template?> FindAsync(string name, CancellationToken cancellationToken) =>
        (await log.ReadAsync(name, cancellationToken).ConfigureAwait(false)).Template;

    public Task<TemplateResult> SaveAsync(string name, RolloutRequest plan, string actor, CancellationToken cancellationToken) => AnswerAsync(async () =>
    {
        if (CheckName("name", name) is { } problem)
        {
            return problem;
        }

        return TemplateCheck.Problem(plan) is { } wrong
            ? new TemplateResult.Refused(wrong.Kind, wrong.Field, wrong.Reason)
            : await PutAsync(name, new TemplateEvent.TemplateSaved(plan), actor, mayReplace: true, cancellationToken).ConfigureAwait(false);
    });

    public Task<TemplateResult> RenameAsync(string name, string newName, string actor, CancellationToken cancellationToken) => AnswerAsync(async () =>
    {
        if (CheckName("newName", newName) is { } problem)
        {
            return problem;
        }

        var (template, version) = await log.ReadAsync(name, cancellationToken).ConfigureAwait(false);
        if (template is null)
        {
            return Unknown(name);
        }

        // Saved under the new name first: should the console stop in between, the plan stands under both and none is lost.
        var renamed = await PutAsync(newName, new TemplateEvent.TemplateSaved(template.Plan, name), actor, mayReplace: false, cancellationToken).ConfigureAwait(false);
        if (renamed is TemplateResult.Accepted && !await log.TryAppendAsync(name, version, new TemplateEvent.TemplateDeleted(newName), actor, cancellationToken).ConfigureAwait(false))
        {
            return new TemplateResult.Refused(
                RefusalKind.Conflict, "name", $"Template {name} was changed by others meanwhile; {newName} has its plan as it was, and {name} stands as they left it.");
        }

        return renamed;
    });

    public Task<TemplateResult> DeleteAsync(string name, string actor, CancellationToken cancellationToken) => AnswerAsync(async () =>
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var (template, version) = await log.ReadAsync(name, cancellationToken).ConfigureAwait(false);
            if (template is null)
            {
                return Unknown(name);
            }

            if (await log.TryAppendAsync(name, version, new TemplateEvent.TemplateDeleted(), actor, cancellationToken).ConfigureAwait(false))
            {
                return new TemplateResult.Accepted(template);
            }
        }

        return Busy(name);
    });

    public async Task<CommandResult> StartAsync(string name, TemplateUse use, string actor, CancellationToken cancellationToken)
    {
        try
        {
            return await FindAsync(name, cancellationToken).ConfigureAwait(false) switch
            {
                null => new CommandResult.Refused(RefusalKind.NotFound, "name", $"There is no template {name}."),
                { Plan.Endpoint: "" } when use.Endpoint is not { Length: > 0 } => new CommandResult.Refused(
                    RefusalKind.Invalid, "endpoint", $"endpoint is missing: template {name} leaves it open, so say which one."),
                { } template => await rollouts.StartAsync(TemplateFilling.Fill(template.Plan, use), actor, cancellationToken).ConfigureAwait(false),
            };
        }
        catch (StoreException failure)
        {
            return new CommandResult.Refused(RefusalKind.Unavailable, null, failure.Message);
        }
    }

    private static async Task<TemplateResult> AnswerAsync(Func<Task<TemplateResult>> work)
    {
        try
        {
            return await work().ConfigureAwait(false);
        }
        catch (StoreException failure)
        {
            return new TemplateResult.Refused(RefusalKind.Unavailable, null, failure.Message);
        }
    }

    private async Task<TemplateResult> PutAsync(string name, TemplateEvent.TemplateSaved saved, string actor, bool mayReplace, CancellationToken cancellationToken)
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var (existing, version) = await log.ReadAsync(name, cancellationToken).ConfigureAwait(false);
            if (existing is not null && !mayReplace)
            {
                return new TemplateResult.Refused(RefusalKind.Conflict, "newName", $"newName is \"{name}\", which is taken; delete that template first, or choose another name.");
            }

            if (existing is null && await FullAsync(version, cancellationToken).ConfigureAwait(false) is { } full)
            {
                return full;
            }

            if (await log.TryAppendAsync(name, version, saved, actor, cancellationToken).ConfigureAwait(false)
                && await FindAsync(name, cancellationToken).ConfigureAwait(false) is { } template)
            {
                return new TemplateResult.Accepted(template);
            }
        }

        return Busy(name);
    }

    private async Task<TemplateResult.Refused?> FullAsync(int version, CancellationToken cancellationToken)
    {
        if ((await ListAsync(cancellationToken).ConfigureAwait(false)).Count >= MostTemplates)
        {
            return new TemplateResult.Refused(RefusalKind.Conflict, "name", $"There are {MostTemplates} templates; delete one first.");
        }

        return version == 0 && (await log.NamesAsync(cancellationToken).ConfigureAwait(false)).Count >= TemplateLog.MostNames
            ? new TemplateResult.Refused(RefusalKind.Conflict, "name", $"{TemplateLog.MostNames} names have been used for templates; take one of a deleted template.")
            : null;
    }

    private static TemplateResult.Refused? CheckName(string field, string name) => Name().IsMatch(name)
        ? null
        : new TemplateResult.Refused(RefusalKind.Invalid, field, $"{field} is \"{name}\"; a template's name is 1 to 63 lower-case letters, digits and inner hyphens.");

    private static TemplateResult.Refused Unknown(string name) => new(RefusalKind.NotFound, "name", $"There is no template {name}.");

    private static TemplateResult.Refused Busy(string name) => new(RefusalKind.Unavailable, null, $"Others kept changing template {name}; try again.");

    [GeneratedRegex("^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$", RegexOptions.CultureInvariant)]
    private static partial Regex Name();
}
