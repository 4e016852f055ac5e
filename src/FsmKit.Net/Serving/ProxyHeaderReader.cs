namespace FsmKit.Net;

/// <summary>Reads a PROXY header, version 1 or 2, out of bytes that come in any portions, and not a byte more.</summary>
/// <remarks>
/// After "The PROXY protocol, versions 1 and 2" (haproxy.org). Sans-IO: it neither receives nor waits. A byte that no header can have at its
/// place fails at once, so that whoever speaks another protocol is not waited for.
/// </remarks>
internal sealed class ProxyHeaderReader
{
    /// <summary>How long version 2 may be behind its first 16 bytes; the standard's addresses need 216, the rest is extensions.</summary>
    public const int MaxExtent = 4096;

    // What has to be kept: a line of version 1, or the fixed part and the addresses of version 2.
    private readonly byte[] _kept = new byte[ProxyVersion2.FixedLength + ProxyVersion2.MaxAddresses];
    private int _length;
    private int _skip;

    /// <summary>What the header says, when it is complete.</summary>
    public ProxyHeader? Header { get; private set; }

    /// <summary>Takes bytes as far as the header goes.</summary>
    /// <param name="data">What has come.</param>
    /// <param name="consumed">How many of the bytes belong to the header.</param>
    /// <returns>False when this is no PROXY header.</returns>
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
