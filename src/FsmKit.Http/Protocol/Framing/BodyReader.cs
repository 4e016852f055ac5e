namespace FsmKit.Http;

/// <summary>Reads one body of any framing, without copying it.</summary>
internal struct BodyReader
{
    private BodyKind _kind;
    private long _remaining;
    private ChunkReader _chunks;

    /// <summary>Whether a part of the body was read.</summary>
    public bool IsBegun { get; private set; }

    /// <summary>Whether there is no body, or all of its announced length was read.</summary>
    public readonly bool IsOver => _remaining == 0 && _kind <= BodyKind.Length;

    /// <summary>Whether the end of the connection marks the end of the body.</summary>
    public readonly bool EndsWithConnection => _kind == BodyKind.UntilClose;

    public void Begin(in BodyFraming framing)
    {
        (_kind, _remaining, IsBegun) = (framing.Kind, framing.Length, false);
        if (_kind == BodyKind.Chunked)
        {
            _chunks = default;
        }
    }

    /// <summary>Returns whether the announced length exceeds the limit.</summary>
    /// <param name="most">The limit in bytes; not to be changed once the body is begun.</param>
    public readonly bool IsTooLong(long most) => _kind == BodyKind.Length && !IsBegun && _remaining > most;

    /// <summary>Continues reading; not to be called once the body is over.</summary>
    public HttpEvent Read(ReadOnlySpan<byte> input, HttpLimits limits, long most, ref FieldTable? trailers)
    {
        if (IsTooLong(most))
        {
            return new HttpEvent(new HttpFault(413, "Content-Length is more than a body may have."));
        }

        if (input.IsEmpty)
        {
            return default;
        }

        _remaining = _kind == BodyKind.UntilClose && !IsBegun ? most : _remaining;
        IsBegun = true;
        return _kind == BodyKind.Chunked ? _chunks.Read(input, limits, most, ref trailers) : ReadPlain(input);
    }

    private HttpEvent ReadPlain(ReadOnlySpan<byte> input)
    {
        if (_remaining == 0)
        {
            return new HttpEvent(new HttpFault(413, "The body is more than one may have."));
        }

        var length = (int)Math.Min(_remaining, input.Length);
        _remaining -= length;
        return new HttpEvent(HttpEventKind.Data, length, input[..length]);
    }
}
