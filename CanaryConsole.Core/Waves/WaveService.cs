using CanaryConsole.Core.Endpoints;
using CanaryConsole.Core.Rollouts;
using CanaryConsole.Core.Storage;
using CanaryConsole.Core.Templates;

namespace CanaryConsole.Core.Waves;

/// <summary>Commands in, results out: the thin shell around the log.</summary>
internal sealed class WaveService(WaveLog log, WaveSignal signal, IEndpointControl endpoints, ITemplateService templates, TimeProvider clock) : IWaveService
{
    private const int Attempts = 10;

    public async Task<WaveResult> StartAsync(WaveRequest request, string actor, CancellationToken cancellationToken)
    {
        try
        {
            var template = await TemplateAsync(request.Template, cancellationToken).ConfigureAwait(false);
            var known = (await endpoints.ListAsync(cancellationToken).ConfigureAwait(false)).Select(endpoint => endpoint.Name).ToHashSet(StringComparer.Ordinal);
            return await BeginAsync(WavePlanning.Of(request, template, known), actor, cancellationToken).ConfigureAwait(false);
        }
        catch (PlanProblemException problem)
        {
            return new WaveResult.Refused(problem.Kind, problem.Field, problem.Message);
        }
        catch (Exception failure) when (failure is CloudException or StoreException)
        {
            return new WaveResult.Refused(RefusalKind.Unavailable, null, failure.Message);
        }
    }

    public Task<WaveResult> ApproveAsync(WaveId id, string? comment, string actor, CancellationToken cancellationToken) =>
        ExecuteAsync(id, new WaveInput.Approve(clock.GetUtcNow(), actor, comment), cancellationToken);

    public Task<WaveResult> ResumeAsync(WaveId id, bool leaveOut, string? comment, string actor, CancellationToken cancellationToken) =>
        ExecuteAsync(id, new WaveInput.Resume(clock.GetUtcNow(), actor, leaveOut, comment), cancellationToken);

    public Task<WaveResult> StopAsync(WaveId id, string reason, string actor, CancellationToken cancellationToken) =>
        ExecuteAsync(id, new WaveInput.Stop(clock.GetUtcNow(), actor, reason), cancellationToken);

    public Task<WaveRecord?> FindAsync(WaveId id, CancellationToken cancellationToken) => log.ReadAsync(id, cancellationToken);

    public async Task<IReadOnlyList<WaveState>> ListAsync(int limit, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(limit, 200);
        var waves = new List<WaveState>();
        foreach (var id in await log.ListAsync("", limit, cancellationToken).ConfigureAwait(false))
        {
            if (await log.ReadAsync(id, cancellationToken).ConfigureAwait(false) is { } record)
            {
                waves.Add(record.State);
            }
        }

        return waves;
    }

    private async Task<RolloutRequest?> TemplateAsync(string? name, CancellationToken cancellationToken)
    {
        if (name is not { Length: > 0 })
        {
            return null;
        }

        var template = await templates.FindAsync(name, cancellationToken).ConfigureAwait(false);
        return template?.Plan ?? throw new PlanProblemException(RefusalKind.NotFound, "template", $"template is \"{name}\"; there is no such template.");
    }

    private async Task<WaveResult> BeginAsync(WavePlan plan, string actor, CancellationToken cancellationToken)
    {
        var day = FormattableString.Invariant($"wave-{clock.GetUtcNow().UtcDateTime:yyyyMMdd}");
        var known = await log.ListAsync($"{day}-", 1000, cancellationToken).ConfigureAwait(false);
        for (var number = known.Count + 1; number <= known.Count + Attempts; number++)
        {
            var planned = new WaveEvent.WavePlanned(new WaveId(FormattableString.Invariant($"{day}-{number}")), plan);
            if (await log.BeginAsync(planned, clock.GetUtcNow(), actor, cancellationToken).ConfigureAwait(false) is { } begun)
            {
                signal.Wake();
                return new WaveResult.Accepted(begun);
            }
        }

        return new WaveResult.Refused(RefusalKind.Unavailable, null, $"No free name for a wave of {day} was found in {Attempts} tries; try again.");
    }

    private async Task<WaveResult> ExecuteAsync(WaveId id, WaveInput command, CancellationToken cancellationToken)
    {
        try
        {
            var outcome = await log.ApplyAsync(id, command, cancellationToken).ConfigureAwait(false);
            signal.Wake();
            return outcome switch
            {
                null => new WaveResult.Refused(RefusalKind.NotFound, "waveId", $"There is no wave \"{id}\"."),
                { Refusal: { } reason } => new WaveResult.Refused(RefusalKind.Conflict, null, reason),
                _ => new WaveResult.Accepted(outcome.State),
            };
        }
        catch (StoreException failure)
        {
            return new WaveResult.Refused(RefusalKind.Unavailable, null, failure.Message);
        }
    }
}
