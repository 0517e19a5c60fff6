namespace CanaryConsole.Presentation;

/// <summary>The form's autoscaling as it was typed.</summary>
internal sealed class ScalingDraft
{
    /// <summary>Empty for what the champion has.</summary>
    public string Target { get; set; } = "";

    /// <summary>Invocations a minute, or milliseconds.</summary>
    public string Value { get; set; } = "";

    public string Minimum { get; set; } = "";

    public string Maximum { get; set; } = "";
}

/// <summary>The form's data capture as it was typed.</summary>
internal sealed class CaptureDraft
{
    /// <summary>It is to be other than it is now.</summary>
    public bool On { get; set; }

    /// <summary>Percent of requests.</summary>
    public string Share { get; set; } = "100";

    public string Destination { get; set; } = "";
}

/// <summary>One alarm of the form.</summary>
internal sealed class AlarmDraft
{
    public string Kind { get; set; } = DraftCapacity.LatencyP99;

    /// <summary>Milliseconds or percent, by its kind.</summary>
    public string Limit { get; set; } = "";

    public string Minutes { get; set; } = "";
}

/// <summary>One tag of the form.</summary>
internal sealed class TagDraft
{
    public string Key { get; set; } = "";

    public string Value { get; set; } = "";
}
