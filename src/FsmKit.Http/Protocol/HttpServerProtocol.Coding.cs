using System.Buffers;

namespace FsmKit.Http;

// Heads of bodies that the application itself frames.
public sealed partial class HttpServerProtocol
{
    /// <summary>Writes the head of a final response whose body the application has coded.</summary>
    /// <param name="output">The output that receives the bytes.</param>
    /// <param name="status">The status code.</param>
    /// <param name="coding">The codings. HTTP/1.0 gets no field with them (RFC 9112 §6.1).</param>
    /// <param name="lines">Field lines that were checked when they were created.</param>
    /// <param name="names">The known names of the lines.</param>
    internal void WriteCodedHead(IBufferWriter<byte> output, int status, BodyCoding coding, ReadOnlySpan<byte> lines, HeaderSet names)
    {
        if (status is < 200 or 204 or 205 or 304 || IsTunnel(status) || !_states.ServerMay(HttpSignal.Response))
        {
            WriteHead(output, status, 0, lines, names);
            return;
        }

        var isHttp11 = _head.MinorVersion > 0;
        var kind = isHttp11 && coding.EndsInChunks ? BodyKind.Chunked : BodyKind.UntilClose;
        var isLast = kind == BodyKind.UntilClose || IsWaitingForContinue;
        BeginHead(output, status, HttpSignal.Response);
        if (isLast)
        {
            _states.Last();
        }

        if (isHttp11)
        {
            _buffer.Put("Transfer-Encoding"u8, ": "u8, coding.Bytes);
        }

        WritePersistence(isHttp11);
        _bodyWriter.BeginCoded(new BodyFraming(kind), isMuted: _head.Method == KnownMethod.Head);
        _buffer.Lines(lines, names);
        _buffer.End();
    }
}
