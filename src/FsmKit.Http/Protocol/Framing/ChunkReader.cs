namespace FsmKit.Http;

/// <summary>Removes the framing of a chunked body (RFC 9112 §7.1), in any portions of input.</summary>
internal struct ChunkReader
{
    private const int MaxDigits = 16;

    private ChunkStep _step;
    private byte _digits;
    private int _extensionBytes;
    private ulong _size;
    private long _total;

    /// <summary>Continues reading, up to the next data or the end of the trailers.</summary>
    public HttpEvent Read(ReadOnlySpan<byte> input, HttpLimits limits, long most, ref FieldTable? trailers)
    {
        for (var at = 0; at < input.Length;)
        {
            if (_step == ChunkStep.Data)
            {
                var length = (int)Math.Min(_size, (ulong)(input.Length - at));
                _size -= (uint)length;
                _step = _size == 0 ? ChunkStep.DataReturn : ChunkStep.Data;
                return new HttpEvent(HttpEventKind.Data, at + length, input.Slice(at, length));
            }

            if (_step == ChunkStep.Trailers)
            {
                return ReadTrailers(input[at..], at, limits, trailers!);
            }

            var fault = Take(input[at++], limits, most);
            if (fault.Exists)
            {
                return new HttpEvent(fault);
            }

            if (_step == ChunkStep.Trailers)
            {
                trailers ??= new FieldTable();
                trailers.Begin(0);
            }
        }

        return new HttpEvent(HttpEventKind.NeedMore, input.Length);
    }

    private static HttpEvent ReadTrailers(ReadOnlySpan<byte> block, int before, HttpLimits limits, FieldTable trailers)
    {
        if (trailers.Read(block, limits.OfTrailers, out var fault))
        {
            return new HttpEvent(HttpEventKind.End, before + trailers.End, block[..trailers.End], trailers);
        }

        return fault.Exists ? new HttpEvent(fault) : new HttpEvent(HttpEventKind.NeedMore, before);
    }

    private HttpFault Take(byte octet, HttpLimits limits, long most)
    {
        if (_step == ChunkStep.LineFeed)
        {
            return octet == '\n' ? EndLine(most) : HttpFault.Bad("A chunk's line holds a CR without LF.");
        }

        var was = _step;
        _step = ChunkLine.Next(was, octet);
        if (_step == ChunkStep.Wrong && limits.AcceptLooseChunkExtensions)
        {
            _step = ChunkLine.NextLoose(was, octet);
        }

        if (_step == ChunkStep.Wrong)
        {
            return HttpFault.Bad(ChunkLine.Why(was, octet));
        }

        if (_step == ChunkStep.MoreSize)
        {
            _size = _size << 4 | (uint)Octets.Hex(octet);
            return ++_digits > MaxDigits ? HttpFault.Bad("A chunk's size has too many digits.") : default;
        }

        var isExtension = _step is >= ChunkStep.AfterSize and <= ChunkStep.LooseText;
        return isExtension && ++_extensionBytes > limits.MaxChunkExtensionBytes
            ? HttpFault.Bad("There are too many bytes of chunk extensions.") : default;
    }

    private HttpFault EndLine(long most)
    {
        _digits = 0;
        _step = _size == 0 ? ChunkStep.Trailers : ChunkStep.Data;
        if (_size > (ulong)(most - _total))
        {
            return new HttpFault(413, "The chunks are more than a body may have.");
        }

        _total += (long)_size;
        return default;
    }
}
