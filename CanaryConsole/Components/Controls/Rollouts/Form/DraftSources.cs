using CanaryConsole.Core.Playground;
using CanaryConsole.Core.Rollouts;
using CanaryConsole.Core.Storage;
using CanaryConsole.Core.Templates;
using CanaryConsole.Presentation;

namespace CanaryConsole.Components.Controls.Rollouts.Form;

/// <summary>What a draft can be filled in by: a template, an earlier rollout's plan, or a plan that was imported; and the template it can be kept as.</summary>
internal sealed class DraftSources(ITemplateService templates, IRolloutService rollouts, DraftSession session)
{
    private string? _filledFrom;
    private string? _sample;

    public IReadOnlyList<Template> Templates { get; private set; } = [];

    /// <summary>The template the draft was filled in by.</summary>
    public string? Chosen { get; private set; }

    /// <summary>Where the present plan came from.</summary>
    public string? Said { get; private set; }

    public string? Problem { get; private set; }

    /// <summary>The draft has gone its own way: what the address names was in it once, and is not put over it again.</summary>
    public bool IsOver { get; set; }

    /// <summary>Reads the sources, once for each pair, and fills the draft in by the one that is named.</summary>
    /// <param name="template">The name of a template.</param>
    /// <param name="like">The id of a rollout whose plan is to be planned again.</param>
    /// <returns>True when the draft was filled in.</returns>
    public async Task<bool> ReadAsync(string? template, string? like, CancellationToken cancellationToken)
    {
        if (_filledFrom == $"{template} {like}")
        {
            return false;
        }

        _filledFrom = $"{template} {like}";
        try
        {
            Templates = await templates.ListAsync(cancellationToken);
            return (template, like) switch
            {
                _ when IsOver => false,
                ({ Length: > 0 } name, _) => Fill(Templates.FirstOrDefault(one => one.Name == name)?.Plan, name, $"There is no template {name}; it may have been deleted."),
                (_, { Length: > 0 } id) => Fill((await rollouts.FindAsync(new RolloutId(id), cancellationToken))?.Request, null, $"There is no rollout {id} to plan again."),
                _ => false,
            };
        }
        catch (StoreException failure)
        {
            Problem = $"Templates and earlier plans cannot be read: {failure.Message}";
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The viewer has left.
        }

        return false;
    }

    /// <summary>Fills in the smoke test by a sample of the playground, once for each.</summary>
    /// <returns>True when it was filled in.</returns>
    public async Task<bool> ReadSampleAsync(ISampleService samples, string? endpoint, string? name, CancellationToken cancellationToken)
    {
        if (endpoint is not { Length: > 0 } || name is not { Length: > 0 } || _sample == name)
        {
            return false;
        }

        _sample = name;
        try
        {
            if (await samples.FindAsync(endpoint, name, cancellationToken) is { } sample)
            {
                session.Draft.SmokeTests.Clear();
                (session.Draft.SmokePayload, session.Draft.SmokeContentType) = (sample.Payload, sample.ContentType);
                Said = $"The smoke test is sample {name}.";
                return true;
            }

            Problem = $"Endpoint {endpoint} has no sample {name}; it may have been deleted.";
        }
        catch (StoreException failure)
        {
            Problem = $"The sample cannot be read: {failure.Message}";
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The viewer has left.
        }

        return false;
    }

    /// <summary>A plan that was typed or pasted.</summary>
    public void Use(RolloutRequest plan) => Fill(plan, null, "");

    /// <returns>Why the template was not kept; null when it was.</returns>
    public async Task<string?> SaveAsync(string name, RolloutRequest plan, string actor, CancellationToken cancellationToken)
    {
        if (await templates.SaveAsync(name, plan, actor, CancellationToken.None) is TemplateResult.Refused refused)
        {
            return SentenceText.Of(refused.Reason);
        }

        try
        {
            Templates = await templates.ListAsync(cancellationToken);
        }
        catch (StoreException)
        {
            // The template is kept all the same; the list of them is only a help.
        }

        return null;
    }

    private bool Fill(RolloutRequest? plan, string? template, string otherwise)
    {
        (Chosen, Problem) = (template, plan is null ? otherwise : null);
        if (plan is null)
        {
            return false;
        }

        session.Fill(plan);
        Said = template is null ? "Filled in; check it before you start." : $"Filled in by template {template}.";
        return true;
    }
}
