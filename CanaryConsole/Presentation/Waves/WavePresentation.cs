using CanaryConsole.Core.Waves;

namespace CanaryConsole.Presentation.Waves;

/// <summary>Where a wave and its endpoints stand, as chips and as a status line.</summary>
internal static class WavePresentation
{
    public static Badge Badge(WavePhase phase) => phase switch
    {
        WavePhase.Running => new("Running", Tone.Info, Glyph.Promote),
        WavePhase.Waiting => new("Waiting", Tone.Info, Glyph.Clock),
        WavePhase.AtGate => new("At gate", Tone.Warn, Glyph.Hand),
        WavePhase.Halted => new("Halted", Tone.Bad, Glyph.Alert),
        WavePhase.Completed => new("Completed", Tone.Good, Glyph.Check),
        WavePhase.Stopped => new("Stopped", Tone.Idle, Glyph.Cross),
    };

    public static Badge Badge(WaveMember member) => member.Status switch
    {
        WaveMemberStatus.Ahead => new("ahead", Tone.Idle, Glyph.Clock),
        WaveMemberStatus.Starting => new("starting", Tone.Info, Glyph.Gear),
        WaveMemberStatus.Running => new("rolling out", Tone.Info, Glyph.Baking),
        WaveMemberStatus.Completed => new("completed", Tone.Good, Glyph.Check),
        WaveMemberStatus.Failed => new("failed", Tone.Bad, Glyph.Cross, member.Problem),
        WaveMemberStatus.LeftOut => new("left out", Tone.Idle, Glyph.EyeOff, member.Problem),
    };

    public static StatusLine Status(WaveState wave, DateTimeOffset now)
    {
        var stage = wave.CurrentStage.Name;
        var done = wave.Members.Count(member => member.Status is WaveMemberStatus.Completed);
        var progress = $"{CountText.Of(done)} of {CountText.Of(wave.Members.Count, "endpoint", "endpoints")} completed.";
        return wave.Phase switch
        {
            WavePhase.Running => new(Tone.Info, Glyph.Promote, $"{Title(stage)} is under way", $"{progress} What follows starts when every rollout of this stage has completed."),
            WavePhase.Waiting => new(Tone.Info, Glyph.Clock, $"Waiting before {stage}", $"{progress} It starts {(wave.WaitUntil is { } until && until > now ? $"in {DurationText.Clock(until - now)}" : "at the next look")}."),
            WavePhase.AtGate => new(Tone.Warn, Glyph.Hand, $"At the gate before {stage}", $"{progress} A person must approve before it starts."),
            WavePhase.Halted => new(Tone.Bad, Glyph.Alert, $"Halted in {stage}: a person must decide", $"{SentenceText.Of(wave.Reason ?? "a rollout did not complete")} Nothing more is started until somebody goes on or stops."),
            WavePhase.Completed => new(Tone.Good, Glyph.Check, "Completed", progress),
            WavePhase.Stopped => new(Tone.Idle, Glyph.Cross, "Stopped", $"{progress} {SentenceText.Of(wave.Reason ?? "no reason was given")}"),
        };
    }

    /// <summary>What a stage waits for before it starts.</summary>
    public static string Before(WaveStage stage) => (stage.Gate, stage.Wait > TimeSpan.Zero) switch
    {
        (true, true) => $"after {DurationText.Span(stage.Wait)} and an approval",
        (true, false) => "after an approval",
        (false, true) => $"after {DurationText.Span(stage.Wait)}",
        (false, false) => "at once",
    };

    private static string Title(string name) => name.Length > 0 ? char.ToUpperInvariant(name[0]) + name[1..] : name;
}
