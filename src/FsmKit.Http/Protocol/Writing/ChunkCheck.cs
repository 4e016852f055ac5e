namespace FsmKit.Http;

/// <summary>Checks whether the bytes of an application are chunks up to the last one (RFC 9112 §7.1).</summary>
internal sealed class ChunkCheck
{
    private ChunkReader _reader;
    private FieldTable? _trailers;
    private byte[] _rest = [];
    private bool _isWrong;
    private bool _hasEnded;

    /// <summary>Whether the bytes were chunks, the last one and its trailers included, and nothing followed.</summary>
    public bool IsComplete => _hasEnded && !_isWrong;

    /// <summary>Continues with further bytes.</summary>
    /// <returns>False when they are no chunks, or follow the last one. A client could take such bytes for another response.</returns>
    public bool Read(ReadOnlySpan<byte> data)
    {
        if (_rest.Length > 0)
        {
            data = (byte[])[.. _rest, .. data];
            _rest = [];
        }

        while (!data.IsEmpty && !_isWrong)
        {
            var read = _hasEnded ? new HttpEvent(HttpFault.Bad("")) : _reader.Read(data, HttpLimits.Default, long.MaxValue, ref _trailers);
            data = data[read.Consumed..];
            _isWrong = read.Kind == HttpEventKind.Fault;
            _hasEnded |= read.Kind == HttpEventKind.End;
            if (read.Kind == HttpEventKind.NeedMore)
            {
                _rest = data.ToArray();
                break;
            }
        }

        return !_isWrong;
    }
}
