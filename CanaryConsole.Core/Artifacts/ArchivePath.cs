namespace CanaryConsole.Core.Artifacts;

/// <summary>Paths as an archive names them: every one of them somebody else's words.</summary>
internal static class ArchivePath
{
    private const int LongestShown = 160;

    /// <summary>Without "./" before it and a slash behind it.</summary>
    /// <exception cref="ArchiveFaultException">It leads, or could lead, out of the folder it would be unpacked to.</exception>
    public static string Clean(string name)
    {
        if (name.Length > ArchiveBounds.Path)
        {
            throw ArchiveFaultException.Escape(FormattableString.Invariant($"A path has {name.Length:N0} characters; at most {ArchiveBounds.Path:N0} are possible: {Shown(name)}."));
        }

        if (name.Any(char.IsControl))
        {
            throw ArchiveFaultException.Escape($"{Shown(name)} has control characters in its path.");
        }

        if (name.StartsWith('/') || name.StartsWith('\\') || (name.Length > 1 && name[1] == ':' && char.IsAsciiLetter(name[0])))
        {
            throw ArchiveFaultException.Escape($"{Shown(name)} is an absolute path.");
        }

        var parts = name.Split('/', StringSplitOptions.RemoveEmptyEntries);
        if (name.Split('/', '\\').Contains(".."))
        {
            throw ArchiveFaultException.Escape($"{Shown(name)} leads out of the archive by \"..\".");
        }

        return string.Join('/', parts.Where(part => part != "."));
    }

    /// <summary>Fit for a sentence: nothing that a terminal or a page would take for more than text.</summary>
    public static string Shown(string name)
    {
        var cut = name.Length <= LongestShown ? name : name[..LongestShown] + "…";
        return $"\"{string.Concat(cut.Select(letter => char.IsControl(letter) || char.IsSurrogate(letter) ? '?' : letter))}\"";
    }
}
