namespace CanaryConsole.Core;

/// <summary>
/// The clock of eyes and wires: what limits of outside calls and pushes to people go by. A disk, a connection and a person are no faster because the sandbox's clock is;
/// every decision goes by the <see cref="TimeProvider"/> that is registered itself.
/// </summary>
public sealed record WallClock(TimeProvider Time);
