namespace CanaryConsole.Core.Artifacts;

/// <summary>Reading on would be pointless: what is left of the archive cannot be read, or must not be.</summary>
/// <param name="rule">The rule that it breaks.</param>
/// <param name="why">As a sentence.</param>
internal sealed class ArchiveFaultException(string rule, string why) : Exception(why)
{
    public string Rule => rule;

    public static ArchiveFaultException Broken(string why) => new(ArtifactRule.Archive, why);

    public static ArchiveFaultException Escape(string why) => new(ArtifactRule.Paths, why);
}
