namespace CanaryConsole.Core.Rollouts;

public enum TaskProgress
{
    Waiting,
    Running,
    Done,
    Failed,
}

/// <summary>How one task of a rollout stands.</summary>
/// <param name="Attempts">How often it was begun.</param>
/// <param name="Since">When it came to this progress.</param>
/// <param name="Text">What it came to, or why it failed.</param>
public sealed record TaskStanding(RolloutTask Task, TaskProgress Progress, int Attempts, DateTimeOffset Since, string? Text = null);
