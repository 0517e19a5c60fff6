using System.Collections.Immutable;
using CanaryConsole.Core.Rollouts;
using CanaryConsole.Core.Waves;

namespace CanaryConsole.Tests.Components.Waves;

/// <summary>Writes down what it is asked; a wave that a test puts there.</summary>
internal sealed class FakeWaves : IWaveService
{
    public List<string> Asked { get; } = [];

    public WaveRequest? Started { get; private set; }

    public WaveRecord? Record { get; set; }

    public string? Refusal { get; set; }

    public string? Field { get; set; }

    /// <summary>Two stages: dev, which runs or is done, and prod behind a gate.</summary>
    public static WaveRecord Wave(WavePhase phase, int stage = 1, string? reason = null, WaveMemberStatus dev = WaveMemberStatus.Completed)
    {
        var plan = new WavePlan(
            "ranker everywhere",
            new RolloutRequest { Endpoint = "", PackageGroup = "media-ranker", PackageVersion = 8 },
            [new("dev", ["media-ranker-dev"], false, TimeSpan.Zero), new("prod", ["media-ranker", "media-ranker-eu"], true, TimeSpan.FromMinutes(60))],
            "careful");
        var id = new WaveId("wave-20261121-1");
        return new WaveRecord(
            new WaveState(id, plan, 3, phase, SnapshotBuilder.Now.AddMinutes(-5), stage,
                ImmutableList.Create(
                    new WaveMember(0, "media-ranker-dev", dev, new RolloutId("media-ranker-dev-20261121-1"), 1, dev is WaveMemberStatus.Failed ? "rolled back" : null),
                    new WaveMember(1, "media-ranker", WaveMemberStatus.Ahead),
                    new WaveMember(1, "media-ranker-eu", WaveMemberStatus.Ahead)),
                null, reason, SnapshotBuilder.Now.AddHours(-1), "operator", phase is WavePhase.Completed or WavePhase.Stopped ? SnapshotBuilder.Now : null),
            [new(1, SnapshotBuilder.Now.AddHours(-1), "operator", new WaveEvent.WavePlanned(id, plan)), new(2, SnapshotBuilder.Now, "monitor", new WaveEvent.GateReached(1))]);
    }

    public Task<WaveResult> StartAsync(WaveRequest request, string actor, CancellationToken cancellationToken)
    {
        Started = request;
        return Take($"start {request.Name} by {actor}");
    }

    public Task<WaveResult> ApproveAsync(WaveId id, string? comment, string actor, CancellationToken cancellationToken) => Take($"approve {id} by {actor}: {comment}");

    public Task<WaveResult> ResumeAsync(WaveId id, bool leaveOut, string? comment, string actor, CancellationToken cancellationToken) => Take($"resume {id} leaving out {leaveOut} by {actor}: {comment}");

    public Task<WaveResult> StopAsync(WaveId id, string reason, string actor, CancellationToken cancellationToken) => Take($"stop {id} by {actor}: {reason}");

    public Task<WaveRecord?> FindAsync(WaveId id, CancellationToken cancellationToken) => Task.FromResult(Record);

    public Task<IReadOnlyList<WaveState>> ListAsync(int limit, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<WaveState>>(Record is null ? [] : [Record.State]);

    private Task<WaveResult> Take(string asked)
    {
        Asked.Add(asked);
        return Task.FromResult<WaveResult>(Refusal is { } reason
            ? new WaveResult.Refused(RefusalKind.Invalid, Field, reason)
            : new WaveResult.Accepted((Record ?? Wave(WavePhase.Running, 0)).State));
    }
}
