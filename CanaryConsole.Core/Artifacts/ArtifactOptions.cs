using System.ComponentModel.DataAnnotations;

namespace CanaryConsole.Core.Artifacts;

/// <summary>Section "Artifacts": what is asked of a model.tar.gz before it may be rolled out, and how much of it is looked at.</summary>
public sealed class ArtifactOptions
{
    public const string Section = "Artifacts";

    public const string DefaultModelPattern = "model/*.{cbm,json,bst,pkl,joblib,onnx,pt}";

    /// <summary>False: artifacts can be checked, but nothing is refused for what is found.</summary>
    public bool Enforced { get; set; } = true;

    /// <summary>The folder of inference.py and requirements.txt; empty for the root.</summary>
    public string CodeFolder { get; set; } = "";

    /// <summary>What exactly one file of the archive must match: * for any letters but a slash, {a,b} for either.</summary>
    public string ModelPattern { get; set; } = DefaultModelPattern;

    /// <summary>Rules that are not asked, separated by semicolons.</summary>
    public string Without { get; set; } = "";

    /// <summary>The largest archive that is looked at, in MiB.</summary>
    [Range(1, 8192)]
    public int MaximumMegabytes { get; set; } = 8192;

    /// <summary>The most it may unpack to, in MiB.</summary>
    [Range(1, 262_144)]
    public int MaximumUnpackedMegabytes { get; set; } = 32_768;

    /// <summary>How many bytes one byte of it may unpack to, after the first 16 MiB.</summary>
    [Range(1, 2_000)]
    public int MaximumRatio { get; set; } = 200;

    /// <summary>How many entries it may have.</summary>
    [Range(1, 10_000)]
    public int MaximumEntries { get; set; } = 10_000;

    /// <summary>How long reading it may take.</summary>
    [Range(typeof(TimeSpan), "00:00:10", "01:00:00")]
    public TimeSpan TimeLimit { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>How long the start of a rollout waits for an artifact that nobody has checked before.</summary>
    [Range(typeof(TimeSpan), "00:00:05", "01:00:00")]
    public TimeSpan StartTimeLimit { get; set; } = TimeSpan.FromMinutes(2);

    /// <summary>What is different for some package groups; the first that matches counts.</summary>
    public IList<ArtifactGroupOptions> Groups { get; set; } = [];
}

/// <summary>What is different for the groups of a pattern; null is as everywhere.</summary>
public sealed class ArtifactGroupOptions
{
    /// <summary>A package group, * for any letters.</summary>
    public string Group { get; set; } = "";

    public bool? Enforced { get; set; }

    public string? CodeFolder { get; set; }

    public string? ModelPattern { get; set; }

    public string? Without { get; set; }
}
