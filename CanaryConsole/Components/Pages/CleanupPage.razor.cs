using CanaryConsole.Components.Controls.Rollouts;
using CanaryConsole.Core;
using CanaryConsole.Core.Cleanup;
using CanaryConsole.Core.Storage;
using CanaryConsole.Presentation;
using Microsoft.AspNetCore.Components;

namespace CanaryConsole.Components.Pages;

/// <summary>What the console made and nobody uses: chosen, confirmed, deleted.</summary>
public sealed partial class CleanupPage
{
    private readonly HashSet<CleanupItem> _chosen = [];
    private IReadOnlyList<Leftover>? _leftovers;
    private string? _problem;
    private string? _outcome;
    private RolloutAsk? _ask;
    private bool _pending;

    [Inject]
    private Operator Operator { get; set; } = default!;

    [Inject]
    private ICleanup Service { get; set; } = default!;

    protected override Task OnInitializedAsync() => LoadAsync();

    protected override void Project()
    {
        // Nothing here follows the monitor: what is left over is looked for when asked.
    }

    private static CleanupItem ItemOf(Leftover one) => new(one.Kind, one.Name);

    private static string KindOf(LeftoverKind kind) => kind is LeftoverKind.Model ? "model" : "endpoint configuration";

    private async Task LoadAsync()
    {
        try
        {
            _leftovers = await Service.ListAsync(Disposed);
            _problem = null;
            _chosen.IntersectWith(_leftovers.Select(ItemOf));
        }
        catch (Exception failure) when (failure is CloudException or StoreException)
        {
            _problem = failure.Message;
        }
        catch (OperationCanceledException) when (Disposed.IsCancellationRequested)
        {
            // The viewer has left.
        }
    }

    private void Toggle(CleanupItem item)
    {
        if (!_chosen.Remove(item))
        {
            _chosen.Add(item);
        }
    }

    private RolloutAsk Question() => new(
        $"Delete {CountText.Of(_chosen.Count, "resource", "resources")}?",
        "Each is looked at once more right before: one that an endpoint uses by then, or an active rollout needs, is kept. What is deleted cannot be brought back.",
        [],
        "Delete",
        true,
        null,
        "",
        false);

    private async Task DeleteAsync(string words)
    {
        _pending = true;
        try
        {
            var outcomes = await Service.DeleteAsync([.. _chosen], Operator.Name, CancellationToken.None);
            var kept = outcomes.Where(one => one.Kept is not null).ToList();
            _outcome = $"{CountText.Of(outcomes.Count - kept.Count)} deleted."
                + string.Concat(kept.Select(one => $" {one.Name} was kept: {SentenceText.Of(one.Kept!)}"));
            (_ask, _problem) = (null, null);
            _chosen.Clear();
        }
        catch (Exception failure) when (failure is CloudException or StoreException)
        {
            (_ask, _outcome) = (null, $"Not done: {failure.Message}");
        }
        finally
        {
            _pending = false;
        }

        await LoadAsync();
    }
}
