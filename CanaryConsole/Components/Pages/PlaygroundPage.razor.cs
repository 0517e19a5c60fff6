using CanaryConsole.Components.Controls.Rollouts;
using CanaryConsole.Core.Monitoring;
using CanaryConsole.Core.Playground;
using CanaryConsole.Core.Storage;
using CanaryConsole.Playground;
using CanaryConsole.Presentation;
using CanaryConsole.Presentation.Playground;
using Microsoft.AspNetCore.Components;

namespace CanaryConsole.Components.Pages;

/// <summary>A payload sent to an endpoint by hand, to one variant or to two side by side.</summary>
public sealed partial class PlaygroundPage
{
    private readonly PlaygroundDraft _draft = new();
    private EndpointSnapshot? _endpoint;
    private IReadOnlyList<string> _names = [];
    private IReadOnlyList<SourceTrouble> _troubles = [];
    private PlaygroundTargets _targets = PlaygroundTargets.None;
    private IReadOnlyList<Sample>? _samples;
    private IReadOnlyList<PlaygroundExchange> _exchanges = [];
    private JsonDifference? _difference;
    private double _tolerance;
    private CancellationTokenSource? _sending;
    private string? _refusal;
    private string? _sampleRefusal;
    private string? _notice;
    private string? _read;
    private Sample? _asked;
    private RolloutAsk? _ask;
    private bool _deleting;

    [Inject]
    private PlaygroundSending Sending { get; set; } = default!;

    [Inject]
    private PlaygroundHistory History { get; set; } = default!;

    [Inject]
    private ISampleService Service { get; set; } = default!;

    [Inject]
    private Operator Operator { get; set; } = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    [SupplyParameterFromQuery(Name = "endpoint")]
    private string? Endpoint { get; set; }

    protected override void Project()
    {
        _names = [.. Snapshot.Endpoints.Select(endpoint => endpoint.Description.Name)];
        _troubles = SourceTrouble.Of(Snapshot);
        _endpoint = Endpoint is { Length: > 0 } named ? Snapshot.Endpoint(named) : Snapshot.Endpoints.Count > 0 ? Snapshot.Endpoints[0] : null;
        _targets = _endpoint is null ? PlaygroundTargets.None : PlaygroundTargets.Of(_endpoint, Snapshot.ActiveRolloutOn(_endpoint.Description.Name)?.State);
        if (_draft.Target is PlaygroundDraft.SideBySide ? !_targets.HasPair : _draft.Target.Length > 0 && _targets.Variants.All(variant => variant.Name != _draft.Target))
        {
            _draft.Target = PlaygroundDraft.ByWeights;
        }

        if (_endpoint is { Description.Name: var name } && name != _read)
        {
            (_read, _samples) = (name, null);
            _ = InvokeAsync(ReadSamplesAsync);
        }
    }

    public override async ValueTask DisposeAsync()
    {
        if (_sending is not null)
        {
            await _sending.CancelAsync();
        }

        await base.DisposeAsync();
    }

    private void Choose(string? endpoint)
    {
        (_exchanges, _difference, _refusal, _sampleRefusal, _notice) = ([], null, null, null, null);
        Navigation.NavigateTo(Navigation.GetUriWithQueryParameter("endpoint", endpoint), replace: true);
    }

    private async Task SendAsync()
    {
        if (_endpoint is null || _sending is not null)
        {
            return;
        }

        var name = _endpoint.Description.Name;
        var request = _draft.Request(name);
        var wanted = _targets.Names(_draft.Target);
        _refusal = Sending.Problem(request, wanted);
        if (_refusal is not null)
        {
            return;
        }

        using var sending = CancellationTokenSource.CreateLinkedTokenSource(Disposed);
        (_sending, _exchanges, _difference, _notice) = (sending, [], null, null);
        try
        {
            _exchanges = await Sending.SendAsync(request, wanted, sending.Token);
            Compare(_tolerance);
            Remember(name);
        }
        finally
        {
            _sending = null;
        }
    }

    private async Task CancelAsync()
    {
        if (_sending is { } sending)
        {
            await sending.CancelAsync();
        }
    }

    private void Compare(double tolerance)
    {
        _tolerance = tolerance;
        _difference = _exchanges is [{ Answer: { } first }, { Answer: { } second }] ? JsonComparison.Compare(first.Body, second.Body, tolerance) : null;
    }

    private void Remember(string endpoint)
    {
        var target = _draft.Target switch
        {
            PlaygroundDraft.ByWeights => "by the weights",
            PlaygroundDraft.SideBySide => "side by side",
            var variant => variant,
        };
        History.Add(new PlaygroundEntry(
            Time.GetUtcNow(),
            endpoint,
            target,
            string.Join(" · ", _exchanges.Select(one => one.Answer is { } answer ? $"{answer.Variant}: {answer.StatusCode} in {LatencyText.Of(answer.Latency)}" : one.Problem)),
            _exchanges.Any(one => one.Answer is not { StatusCode: >= 200 and < 300 }),
            _draft.ContentType,
            _draft.Accept,
            _draft.CustomAttributes,
            _draft.IsFile ? null : _draft.Text));
    }

    private void Use(PlaygroundEntry entry) => _draft.Fill(entry.ContentType, entry.Accept, entry.CustomAttributes, entry.Text ?? "");

    private void Use(Sample sample)
    {
        _draft.Fill(sample);
        _notice = $"Sample {sample.Name} is filled in.";
    }

    private void Ask(Sample sample)
    {
        _asked = sample;
        _ask = new RolloutAsk($"Delete sample {sample.Name}?", "It can no longer be used. What it said stays in the log.", [], "Delete it", true, null, "", false);
    }

    private async Task SaveAsync(string name)
    {
        var saved = new SampleEvent.SampleSaved(_draft.ContentType, _draft.Accept is { Length: > 0 } accept ? accept : null, _draft.CustomAttributes is { Length: > 0 } custom ? custom : null, _draft.Text);
        _sampleRefusal = Refused(await Service.SaveAsync(_endpoint!.Description.Name, name, saved, Operator.Name, CancellationToken.None));
        _notice = _sampleRefusal is null ? $"Sample {name} is saved." : null;
        await ReadSamplesAsync();
    }

    private async Task DeleteAsync(string words)
    {
        _deleting = true;
        try
        {
            _sampleRefusal = Refused(await Service.DeleteAsync(_asked!.Endpoint, _asked.Name, Operator.Name, CancellationToken.None));
            (_ask, _notice) = (null, _sampleRefusal is null ? $"Sample {_asked.Name} is deleted." : null);
            await ReadSamplesAsync();
        }
        finally
        {
            _deleting = false;
        }
    }

    private async Task ReadSamplesAsync()
    {
        try
        {
            _samples = await Service.ListAsync(_read!, Disposed);
        }
        catch (StoreException failure)
        {
            (_samples, _sampleRefusal) = (_samples ?? [], failure.Message);
        }
        catch (OperationCanceledException) when (Disposed.IsCancellationRequested)
        {
            // The viewer has left.
        }

        StateHasChanged();
    }

    private static string? Refused(SampleResult result) => result is SampleResult.Refused refused ? SentenceText.Of(refused.Reason) : null;
}
