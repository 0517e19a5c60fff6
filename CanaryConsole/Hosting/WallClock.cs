namespace CanaryConsole.Hosting;

/// <summary>The clock of eyes and wires. Pushes to people are paced by it: they do not see faster because the sandbox runs faster.</summary>
internal sealed record WallClock(TimeProvider Time);
