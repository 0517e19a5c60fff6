using CanaryConsole.Core;
using CanaryConsole.Core.Registry;
using CanaryConsole.Live;
using CanaryConsole.Presentation.Registry;
using Microsoft.AspNetCore.Components;

namespace CanaryConsole.Components.Controls.Registry;

/// <summary>The model package groups, fifty at a time: what is in them is asked for group by group.</summary>
public sealed partial class GroupTable
{
    private const int Step = 50;
    private const int ReadsInFlight = 4;

    private readonly Dictionary<string, GroupReading> _read = new(StringComparer.Ordinal);
    private IReadOnlyList<string>? _names;
    private IReadOnlyList<GroupRow> _rows = [];
    private int _shown = Step;
    private string? _problem;

    [Inject]
    private RegistryShelf Shelf { get; set; } = default!;

    protected override Task OnInitializedAsync() => LoadAsync();

    protected override void Project() =>
        _rows = [.. (_names ?? []).Take(_shown).Select(name => GroupRow.Of(name, _read.GetValueOrDefault(name), Snapshot))];

    private Task MoreAsync()
    {
        _shown += Step;
        return LoadAsync();
    }

    private async Task LoadAsync()
    {
        try
        {
            _names = await Shelf.GroupsAsync(Disposed);
            _problem = null;
            var wanted = _names.Take(_shown).Where(name => !_read.ContainsKey(name)).ToList();
            foreach (var chunk in wanted.Chunk(ReadsInFlight))
            {
                foreach (var (name, reading) in await Task.WhenAll(chunk.Select(ReadAsync)))
                {
                    _read[name] = reading;
                }

                Project();
                StateHasChanged();
            }
        }
        catch (CloudException failure)
        {
            _problem = failure.Message;
        }
        catch (OperationCanceledException) when (Disposed.IsCancellationRequested)
        {
            return;
        }

        Project();
    }

    private async Task<(string Name, GroupReading Reading)> ReadAsync(string group)
    {
        try
        {
            var slice = await Shelf.Listing(PackageQuery.Of(group)).ReadAsync(0, 1, Disposed);
            return (group, new GroupReading(slice.Total, slice.Items.Count > 0 ? slice.Items[0] : null, null));
        }
        catch (CloudException failure)
        {
            return (group, new GroupReading(null, null, failure.Message));
        }
    }
}
