using System.Text.Json.Serialization;
using CanaryConsole.Core.Rollouts;

namespace CanaryConsole.Core.Waves;

/// <summary>What happened to a wave, in the past tense. Names on the wire are kept for ever.</summary>
[JsonDerivedType(typeof(WavePlanned), "wavePlanned")]
[JsonDerivedType(typeof(WaitStarted), "waveWaitStarted")]
[JsonDerivedType(typeof(GateReached), "waveGateReached")]
[JsonDerivedType(typeof(StageApproved), "waveStageApproved")]
[JsonDerivedType(typeof(StageStarted), "waveStageStarted")]
[JsonDerivedType(typeof(RolloutRequested), "waveRolloutRequested")]
[JsonDerivedType(typeof(RolloutBegun), "waveRolloutBegun")]
[JsonDerivedType(typeof(RolloutEnded), "waveRolloutEnded")]
[JsonDerivedType(typeof(RolloutFailed), "waveRolloutFailed")]
[JsonDerivedType(typeof(WaveHalted), "waveHalted")]
[JsonDerivedType(typeof(WaveResumed), "waveResumed")]
[JsonDerivedType(typeof(WaveStopped), "waveStopped")]
[JsonDerivedType(typeof(WaveCompleted), "waveCompleted")]
public abstract record WaveEvent
{
    private WaveEvent()
    {
    }

    public sealed record WavePlanned(WaveId Id, WavePlan Plan) : WaveEvent;

    public sealed record WaitStarted(int Stage, DateTimeOffset Until) : WaveEvent;

    public sealed record GateReached(int Stage) : WaveEvent;

    public sealed record StageApproved(int Stage, string? Comment) : WaveEvent;

    public sealed record StageStarted(int Stage) : WaveEvent;

    /// <summary>Intent: a rollout is about to be started on the endpoint, for the nth time.</summary>
    public sealed record RolloutRequested(int Stage, string Endpoint, int Attempt) : WaveEvent;

    public sealed record RolloutBegun(int Stage, string Endpoint, RolloutId Rollout) : WaveEvent;

    /// <summary>The endpoint's rollout completed.</summary>
    public sealed record RolloutEnded(int Stage, string Endpoint, RolloutId Rollout) : WaveEvent;

    /// <param name="Rollout">Null when it was refused at its start.</param>
    public sealed record RolloutFailed(int Stage, string Endpoint, RolloutId? Rollout, string Reason) : WaveEvent;

    public sealed record WaveHalted(string Reason) : WaveEvent;

    /// <param name="LeaveOut">True: on without the endpoints that failed. False: they are tried again.</param>
    public sealed record WaveResumed(bool LeaveOut, string? Comment) : WaveEvent;

    public sealed record WaveStopped(string Reason) : WaveEvent;

    public sealed record WaveCompleted : WaveEvent;
}

/// <summary>A wave's event with its place in the stream.</summary>
public sealed record RecordedWaveEvent(int Version, DateTimeOffset At, string Actor, WaveEvent Event);
