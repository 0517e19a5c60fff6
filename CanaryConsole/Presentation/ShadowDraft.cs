namespace CanaryConsole.Presentation;

/// <summary>The form's shadow stage as it was typed.</summary>
internal sealed class ShadowDraft
{
    public bool On { get; set; }

    /// <summary>Percent.</summary>
    public string Sampling { get; set; } = "100";

    public string Minutes { get; set; } = "30";

    public string MinimumRequests { get; set; } = "";

    /// <summary>Percent; empty asks for none.</summary>
    public string Agreement { get; set; } = "";

    public string Tolerance { get; set; } = "";

    public bool Gate { get; set; }

    public bool CarryEvidence { get; set; }
}
