using System.Text.Json.Serialization;
using CanaryConsole.Core.Rollouts;

namespace CanaryConsole.Core.Playground;

/// <summary>A payload kept under a name for one endpoint, to be sent again.</summary>
/// <param name="Name">1 to 63 lower-case letters, digits and inner hyphens.</param>
/// <param name="Payload">Text, at most 64 KB.</param>
public sealed record Sample(string Endpoint, string Name, string ContentType, string? Accept, string? CustomAttributes, string Payload, DateTimeOffset SavedAt, string SavedBy);

/// <summary>What happened to a sample, in the past tense. Names on the wire are kept for ever.</summary>
[JsonDerivedType(typeof(SampleSaved), "sampleSaved")]
[JsonDerivedType(typeof(SampleDeleted), "sampleDeleted")]
public abstract record SampleEvent
{
    private SampleEvent()
    {
    }

    public sealed record SampleSaved(string ContentType, string? Accept, string? CustomAttributes, string Payload) : SampleEvent;

    public sealed record SampleDeleted : SampleEvent;
}

/// <summary>The answer to a change of the samples.</summary>
public abstract record SampleResult
{
    private SampleResult()
    {
    }

    public sealed record Accepted : SampleResult;

    public sealed record Refused(RefusalKind Kind, string? Field, string Reason) : SampleResult;
}
