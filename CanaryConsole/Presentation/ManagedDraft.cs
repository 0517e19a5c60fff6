using CanaryConsole.Core.Deployments;

namespace CanaryConsole.Presentation;

/// <summary>The form's deployment by guardrails as it was typed.</summary>
internal sealed class ManagedDraft
{
    public TrafficShift Traffic { get; set; } = TrafficShift.Canary;

    public SizeDraft Canary { get; init; } = new() { Value = "10" };

    public SizeDraft LinearStep { get; init; } = new() { Value = "20" };

    public SizeDraft Batch { get; init; } = new() { Value = "50" };

    /// <summary>Empty brings all of the old fleet back at once.</summary>
    public SizeDraft RollbackBatch { get; init; } = new();

    public string WaitSeconds { get; set; } = "600";

    public string TerminationWaitSeconds { get; set; } = "";

    public string MaximumExecutionSeconds { get; set; } = "";

    /// <summary>Names with commas or line breaks between.</summary>
    public string Alarms { get; set; } = "";
}

/// <summary>A part of a fleet.</summary>
public sealed class SizeDraft
{
    public string Value { get; set; } = "";

    public bool InInstances { get; set; }
}
