namespace FsmKit.Net;

/// <summary>Reads a PROXY header, version 1 or 2, from bytes in any portions, and consumes no byte after the header.</summary>
/// <remarks>
/// Implements "The PROXY protocol, versions 1 and 2" (haproxy.org). Sans-IO: the reader neither receives nor waits. The first wrong byte fails,
/// so that a peer with another protocol is refused at once.
/// </remarks>
internal sealed class ProxyHeaderReader
{
    /// <summary>Largest number of bytes after the first 16 of version 2. The addresses need at most 216; the rest is extensions.</summary>
    public const int MaxExtent = 4096;

    // The line of version 1, or the fixed part and the addresses of version 2.
    private readonly byte[] _kept = new byte[ProxyVersion2.FixedLength + ProxyVersion2.MaxAddresses];
    private int _length;
    private int _skip;

    /// <summary>The header; null until it is complete.</summary>
    public ProxyHeader? Header { get; private set; }

    /// <summary>Reads the next bytes, up to the end of the header.</summary>
    /// <param name="data">The received bytes.</param>
    /// <param name="consumed">Number of bytes of <paramref name="data"/> that belong to the header.</param>
    /// <returns>False if the bytes are not a PROXY header.</returns>
    public bool Read(ReadOnlySpan<byte> data, out int consumed)
    {
        consumed = 0;
        while (Header is null && consumed < data.Length)
        {
            if (_skip > 0)
            {
                Skip(data.Length, ref consumed);
                continue;
            }

            _kept[_length++] = data[consumed++];
            var isGood = _kept[0] == ProxyVersion1.FirstByte ? ReadLine() : ReadBinary();
            if (!isGood)
            {
                return false;
            }
        }

        return true;
    }

    private bool ReadLine()
    {
        var line = _kept.AsSpan(0, _length);
        if (!ProxyVersion1.CanBegin(line))
        {
            return false;
        }

        if (line[^1] != '\n')
        {
            return _length < ProxyVersion1.MaxLength;
        }

        Header = ProxyVersion1.Parse(line);
        return Header is not null;
    }

    private bool ReadBinary()
    {
        var head = _kept.AsSpan(0, _length);
        if (!ProxyVersion2.CanBegin(head))
        {
            return false;
        }

        if (_length < ProxyVersion2.FixedLength)
        {
            return true;
        }

        var extent = ProxyVersion2.Extent(head);
        var addresses = ProxyVersion2.AddressLength(head);
        if (extent > MaxExtent || addresses < 0 || addresses > extent)
        {
            return false;
        }

        if (_length == ProxyVersion2.FixedLength + addresses)
        {
            _skip = extent - addresses;
            Finish();
        }

        return true;
    }

    private void Skip(int available, ref int consumed)
    {
        var count = Math.Min(_skip, available - consumed);
        consumed += count;
        _skip -= count;
        Finish();
    }

    private void Finish()
    {
        if (_skip == 0)
        {
            Header = ProxyVersion2.Parse(_kept.AsSpan(0, _length));
        }
    }
}
