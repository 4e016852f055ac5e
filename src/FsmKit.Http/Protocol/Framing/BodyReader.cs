namespace FsmKit.Http;

/// <summary>Reads one body, whichever way it is framed, without copying it.</summary>
internal struct BodyReader(BodyFraming framing)
{
    private readonly BodyKind _kind = framing.Kind;
    private long _remaining = framing.Length;
    private ChunkReader _chunks;

    /// <summary>The end of the connection is the end of the body.</summary>
    public readonly bool EndsWithConnection => _kind == BodyKind.UntilClose;

    public HttpEvent Read(ReadOnlySpan<byte> input, HttpLimits limits, ref FieldTable? trailers)
    {
        if (_kind == BodyKind.Chunked)
        {
            return _chunks.Read(input, limits, ref trailers);
        }

        if (_kind == BodyKind.None || (_kind == BodyKind.Length && _remaining == 0))
        {
            return new HttpEvent(HttpEventKind.End);
        }

        if (input.IsEmpty)
        {
            return default;
        }

        if (_remaining == 0)
        {
            return new HttpEvent(new HttpFault(413, "The body is more than one may have."));
        }

        var length = (int)Math.Min(_remaining, input.Length);
        _remaining -= length;
        return new HttpEvent(HttpEventKind.Data, length, input[..length]);
    }
}
