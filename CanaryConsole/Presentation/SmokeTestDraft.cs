namespace CanaryConsole.Presentation;

/// <summary>One smoke test of the form.</summary>
internal sealed class SmokeTestDraft
{
    public string Name { get; set; } = "";

    public string Payload { get; set; } = "";

    public string ContentType { get; set; } = "";

    public string Requests { get; set; } = "";

    public string ExpectedStatus { get; set; } = "";

    public string ExpectedContentType { get; set; } = "";

    /// <summary>One condition a line.</summary>
    public string Assertions { get; set; } = "";

    public string LatencyLimitMs { get; set; } = "";
}
