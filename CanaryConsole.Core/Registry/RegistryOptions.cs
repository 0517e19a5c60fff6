using System.ComponentModel.DataAnnotations;

namespace CanaryConsole.Core.Registry;

/// <summary>Section "Registry": how versions say where they come from.</summary>
public sealed class RegistryOptions
{
    public const string Section = "Registry";

    public const string DefaultRunIdKey = "candidate_run_id";

    /// <summary>The metadata property, or tag, that holds the id of the training run; 1 to 128 characters, as SageMaker takes them.</summary>
    [RegularExpression(@"[\p{L}\p{N}_.:/=+\-@]{1,128}")]
    public string RunIdKey { get; init; } = DefaultRunIdKey;
}
