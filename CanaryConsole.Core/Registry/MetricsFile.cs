namespace CanaryConsole.Core.Registry;

/// <summary>Where metrics of a version lie.</summary>
/// <param name="Name">As in "model quality".</param>
/// <param name="Uri">As in "s3://bucket/folder/evaluation.json".</param>
public sealed record MetricsFile(string Name, string Uri);
