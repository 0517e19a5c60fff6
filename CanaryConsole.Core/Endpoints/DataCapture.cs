namespace CanaryConsole.Core.Endpoints;

/// <summary>Data capture that is on: where an endpoint writes its requests and answers, and how many of them.</summary>
/// <param name="Destination">As in "s3://bucket/prefix".</param>
public sealed record DataCapture(string Destination, Percentage Sampling)
{
    /// <summary>Whether an endpoint that captures this, or nothing where null, captures what is wanted here; a wanted sampling of 0 is none.</summary>
    public bool IsShownBy(DataCapture? shown) => Sampling == Percentage.Zero
        ? shown is null or { Sampling.Fraction: 0 }
        : shown is not null
            && Math.Abs(shown.Sampling.Percent - Sampling.Percent) < 0.5
            && string.Equals(shown.Destination.TrimEnd('/'), Destination.TrimEnd('/'), StringComparison.Ordinal);
}
