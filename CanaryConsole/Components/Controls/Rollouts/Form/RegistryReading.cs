using System.Globalization;
using CanaryConsole.Core;
using CanaryConsole.Core.Registry;
using CanaryConsole.Presentation;

namespace CanaryConsole.Components.Controls.Rollouts.Form;

/// <summary>What the registry offers a draft: its groups and models once, and the versions of the group that is chosen.</summary>
internal sealed class RegistryReading(IModelRegistry models, DraftSession session)
{
    private string? _readGroup;

    public RegistryChoices Choices { get; private set; } = RegistryChoices.Reading;

    public bool IsBegun => _readGroup is not null;

    private RolloutDraft Draft => session.Draft;

    /// <summary>The chosen version; null while none is, or while it is not known.</summary>
    public ModelPackage? Chosen => Draft is { FromRegistry: true, ByRun: false }
        ? Choices.Versions?.FirstOrDefault(package => package.Version.ToString(CultureInfo.InvariantCulture) == Draft.PackageVersion)
        : null;

    /// <summary>Another group was chosen than the one whose versions were read; its versions mean nothing there.</summary>
    public bool HasMoved()
    {
        // What was filled in before the first reading is what will be read.
        if (_readGroup is null || _readGroup == Draft.PackageGroup)
        {
            return false;
        }

        Draft.PackageVersion = "";
        return true;
    }

    /// <returns>False when the viewer has left meanwhile.</returns>
    public async Task<bool> ReadAsync(CancellationToken cancellationToken)
    {
        try
        {
            Choices = Choices with { Groups = await models.ListGroupsAsync(cancellationToken) };
            var listed = await models.ListModelsAsync(cancellationToken);
            Choices = Choices with { Models = [.. listed.Select(model => model.Name)] };
        }
        catch (CloudException exception)
        {
            Choices = Choices with { Problem = SentenceText.Of(exception.Message) };
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return false;
        }

        if (Draft.PackageGroup.Length == 0 && Choices.Groups?.Contains(Draft.Endpoint) is true)
        {
            Draft.PackageGroup = Draft.Endpoint;
        }

        return await ReadVersionsAsync(cancellationToken);
    }

    /// <returns>False when there is nothing new to show.</returns>
    public async Task<bool> ReadVersionsAsync(CancellationToken cancellationToken)
    {
        var group = Draft.PackageGroup;
        _readGroup = group;
        Choices = Choices with { Versions = group.Length > 0 ? null : [] };
        try
        {
            if (group.Length > 0)
            {
                var versions = await models.ListPackagesAsync(group, cancellationToken);
                // Another group may have been chosen while this one was read.
                if (group != Draft.PackageGroup)
                {
                    return false;
                }

                Choices = Choices with { Versions = versions, Problem = null };
            }
        }
        catch (CloudException exception)
        {
            Choices = Choices with { Problem = SentenceText.Of(exception.Message) };
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return false;
        }

        return true;
    }
}
