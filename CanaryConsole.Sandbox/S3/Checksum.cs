namespace CanaryConsole.Sandbox.S3;

/// <summary>A checksum as S3 tells it: base64, with the number of parts behind a hyphen where it was composed of the parts' own.</summary>
internal sealed record Checksum(string Algorithm, string Value, string Type)
{
    public const string FullObject = "FULL_OBJECT";
    public const string Composite = "COMPOSITE";

    public string Header => $"x-amz-checksum-{Algorithm.ToLowerInvariant()}";

    public string Element => $"Checksum{Algorithm}";
}
