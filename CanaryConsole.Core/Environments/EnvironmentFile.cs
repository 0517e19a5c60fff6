using CanaryConsole.Core.Rollouts;
using CanaryConsole.Core.Shapes;
using CanaryConsole.Core.Yaml;

namespace CanaryConsole.Core.Environments;

/// <summary>Environments as a YAML file that people write: a list under "environments", in the order that models go through them.</summary>
public static class EnvironmentFile
{
    public const int MaxBytes = YamlDocument.MaxBytes;

    public static EnvironmentReading Read(string text)
    {
        var document = YamlDocument.Read(text);
        EnvironmentList? list = null;
        var fault = document as YamlReading.Faulty ?? YamlDocument.TryRead((YamlReading.Read)document, StrictJson.Options, out list);
        if (fault is not null)
        {
            return new EnvironmentReading.Faulty(fault.Line, fault.Field, fault.Sentence);
        }

        var entries = list!.Environments;
        if (EnvironmentBounds.Fault(entries) is var (field, reason))
        {
            var line = ((YamlReading.Read)document).Lines.Of(field);
            return new EnvironmentReading.Faulty(line, field, YamlReading.At(line, reason));
        }

        return new EnvironmentReading.Read([.. entries.Select(Environment)]);
    }

    private static DeploymentEnvironment Environment(EnvironmentEntry entry) => new(entry.Name, entry.Endpoints)
    {
        Approvals = entry.Approvals,
        SelfApproval = entry.SelfApproval,
        Predecessor = entry.Predecessor is { } before ? new PredecessorRule(before.Environment, TimeSpan.FromHours(before.ForHours)) : null,
        Strategies = entry.Strategies,
        PendingAllowed = entry.PendingAllowed,
        ArtifactOverrideAllowed = entry.ArtifactOverrideAllowed,
    };
}

/// <summary>The file's root.</summary>
internal sealed record EnvironmentList
{
    public required IReadOnlyList<EnvironmentEntry> Environments { get; init; }
}

/// <summary>One environment as it is written, before it is held to its bounds.</summary>
internal sealed record EnvironmentEntry
{
    public required string Name { get; init; }

    public required IReadOnlyList<string> Endpoints { get; init; }

    public int Approvals { get; init; }

    public bool SelfApproval { get; init; }

    public PredecessorEntry? Predecessor { get; init; }

    public IReadOnlyList<Strategy>? Strategies { get; init; }

    public bool PendingAllowed { get; init; }

    public bool ArtifactOverrideAllowed { get; init; }
}

/// <summary>Where the same package must have served first, and for how long.</summary>
internal sealed record PredecessorEntry
{
    public required string Environment { get; init; }

    public required double ForHours { get; init; }
}
