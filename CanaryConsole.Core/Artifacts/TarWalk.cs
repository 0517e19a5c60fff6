namespace CanaryConsole.Core.Artifacts;

/// <summary>
/// From entry to entry of a tar, forwards only. A reader of our own, because every length it believes is bounded first, and because what other readers
/// take differently (sparse files, folders with content, volumes) is refused here instead of guessed.
/// </summary>
internal sealed class TarWalk(UnpackedBytes bytes, ArchiveBounds bounds)
{
    private readonly byte[] _block = new byte[TarHeader.BlockSize];
    private readonly byte[] _skipped = new byte[32 * 1024];
    private long _content;
    private int _padding;
    private int _entries;

    /// <summary>The next entry, whatever was left of the one before; null at the archive's end mark.</summary>
    /// <exception cref="ArchiveFaultException">It cannot be read, or passes a bound.</exception>
    public async ValueTask<TarEntry?> NextAsync(CancellationToken cancellationToken)
    {
        var (attributes, longName, longLink) = (default(PaxAttributes), default(string), default(string));
        while (true)
        {
            await SkipAsync(_content + _padding, cancellationToken).ConfigureAwait(false);
            (_content, _padding) = (0, 0);
            if (await HeaderAsync(cancellationToken).ConfigureAwait(false) is not { } header)
            {
                return null;
            }

            switch (header.Type)
            {
                case 'x':
                    attributes = PaxAttributes.Read(await ExtensionAsync(header, cancellationToken).ConfigureAwait(false))
                        ?? throw ArchiveFaultException.Broken("The archive has a pax header that cannot be read.");
                    break;
                case 'g':
                    await ExtensionAsync(header, cancellationToken).ConfigureAwait(false);
                    break;
                case 'L':
                    longName = TarHeader.Text(await ExtensionAsync(header, cancellationToken).ConfigureAwait(false));
                    break;
                case 'K':
                    longLink = TarHeader.Text(await ExtensionAsync(header, cancellationToken).ConfigureAwait(false));
                    break;
                default:
                    return Entry(header, attributes?.Path ?? longName ?? header.Name, attributes?.LinkPath ?? longLink ?? header.LinkName, attributes);
            }
        }
    }

    /// <summary>The next bytes of the entry's content; 0 at its end.</summary>
    public async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken)
    {
        var wanted = (int)Math.Min(buffer.Length, _content);
        if (wanted == 0)
        {
            return 0;
        }

        var count = await bytes.ReadAsync(buffer[..wanted], cancellationToken).ConfigureAwait(false);
        _content -= count > 0 ? count : throw BrokenOff();
        return count;
    }

    private TarEntry Entry(TarHeader header, string name, string link, PaxAttributes? attributes)
    {
        var size = attributes?.Size ?? header.Size;
        if (header.Type == 'S' || attributes is { IsSparse: true })
        {
            throw ArchiveFaultException.Broken($"{ArchivePath.Shown(name)} is stored with holes (a sparse file), which is not looked into.");
        }

        var kind = header.Type switch
        {
            '0' or '\0' or '7' => name.EndsWith('/') ? TarEntryKind.Folder : TarEntryKind.File,
            '5' => TarEntryKind.Folder,
            '2' => TarEntryKind.SymbolicLink,
            '1' => TarEntryKind.HardLink,
            '3' or '4' or '6' => TarEntryKind.Device,
            var type => throw ArchiveFaultException.Broken($"{ArchivePath.Shown(name)} is of type '{(char.IsAsciiLetterOrDigit(type) ? type : '?')}', which is not known."),
        };
        if (kind is not TarEntryKind.File && size > 0)
        {
            throw ArchiveFaultException.Broken($"{ArchivePath.Shown(name)} is no file, but has content.");
        }

        if (size > bounds.Unpacked)
        {
            throw ArchiveFaultException.Broken(FormattableString.Invariant($"{ArchivePath.Shown(name)} says to have {size:N0} bytes; at most {bounds.Unpacked:N0} are unpacked."));
        }

        Begin(size);
        return new TarEntry(name, kind, size, kind is TarEntryKind.SymbolicLink or TarEntryKind.HardLink ? link : null);
    }

    private async ValueTask<TarHeader?> HeaderAsync(CancellationToken cancellationToken)
    {
        if (await bytes.FillAsync(_block, cancellationToken).ConfigureAwait(false) < _block.Length)
        {
            throw BrokenOff();
        }

        if (_block.AsSpan().IndexOfAnyExcept((byte)0) < 0)
        {
            return null;
        }

        if (++_entries > bounds.Entries)
        {
            throw ArchiveFaultException.Broken(FormattableString.Invariant($"The archive has more than {bounds.Entries:N0} entries."));
        }

        return TarHeader.Read(_block)
            ?? throw ArchiveFaultException.Broken(FormattableString.Invariant($"The archive is not a tar: at byte {bytes.Count - _block.Length:N0} there is no entry's header."));
    }

    /// <summary>The content of an entry that only says something of the next.</summary>
    private async ValueTask<byte[]> ExtensionAsync(TarHeader header, CancellationToken cancellationToken)
    {
        if (header.Size is < 0 or > ArchiveBounds.Extension)
        {
            throw ArchiveFaultException.Broken(FormattableString.Invariant($"The archive has a header of {header.Size:N0} bytes; at most {ArchiveBounds.Extension:N0} are read."));
        }

        Begin(header.Size);
        var content = new byte[header.Size];
        if (await bytes.FillAsync(content, cancellationToken).ConfigureAwait(false) < content.Length)
        {
            throw BrokenOff();
        }

        _content = 0;
        return content;
    }

    private void Begin(long size)
    {
        _content = size;
        _padding = (int)((TarHeader.BlockSize - (size % TarHeader.BlockSize)) % TarHeader.BlockSize);
    }

    private async ValueTask SkipAsync(long count, CancellationToken cancellationToken)
    {
        while (count > 0)
        {
            var skipped = await bytes.ReadAsync(_skipped.AsMemory(0, (int)Math.Min(count, _skipped.Length)), cancellationToken).ConfigureAwait(false);
            count -= skipped > 0 ? skipped : throw BrokenOff();
        }
    }

    private ArchiveFaultException BrokenOff() =>
        ArchiveFaultException.Broken(FormattableString.Invariant($"The archive breaks off after {bytes.Count:N0} unpacked bytes, before its end mark."));
}
