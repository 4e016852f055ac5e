using System.Buffers;

namespace FsmKit.Http;

// Heads of final responses from checked field lines: the previous one again, or one after which HTTP ends.
public sealed partial class HttpServerProtocol
{
    /// <summary>Writes the head of a final response from checked field lines. A head that equals the previous one is copied.</summary>
    /// <inheritdoc cref="BeginResponse"/>
    internal void WriteHead(IBufferWriter<byte> output, int status, long? bodyLength, ReadOnlySpan<byte> lines, HeaderSet names)
    {
        // Neither the request nor the state of the connection changes the head: HTTP/1.1, persistent, no pending 100 Continue, no CONNECT.
        var isUsual = _states is { KeepAlive: true, Server: HttpSide.SendResponse } && !_isWaitingForContinue && _head.MinorVersion > 0
            && _head.Method != KnownMethod.Connect;
        var stamp = _options.Stamp.DateAndServerAndEnd;
        if (isUsual && _buffer.Is(status, bodyLength, lines, stamp))
        {
            (_status, _signal) = (status, HttpSignal.Response);
            _bodyWriter.Begin(BodyFraming.ForResponse(status, isHttp11: true, bodyLength), isMuted: _head.Method == KnownMethod.Head);
            _buffer.Repeat(output);
            _states.ServerDoes(HttpSignal.Response);
            return;
        }

        if (status < 200 || IsTunnel(status))
        {
            WriteBareHead(output, status, lines, names);
            return;
        }

        var head = BeginResponse(output, status, bodyLength);
        head.Lines(lines, names);
        head.End();
        if (isUsual)
        {
            _buffer.Remember(status, bodyLength, lines.Length, stamp.Length);
        }
    }

    /// <summary>
    /// Writes the head of a last response without a body, framing and <c>Connection</c>. After a final 1xx a client waits for another response,
    /// and after a 2xx to CONNECT it uses a tunnel (RFC 9110 §9.3.6, §15.2). So no further byte of the connection is HTTP.
    /// </summary>
    private void WriteBareHead(IBufferWriter<byte> output, int status, ReadOnlySpan<byte> lines, HeaderSet names)
    {
        BeginHead(output, status, HttpSignal.Response);
        if (status < 200)
        {
            MustKnowInterim();
        }

        _states.Last();
        _bodyWriter.Begin(default, isMuted: false);
        _buffer.Lines(lines, names);
        _buffer.End();
    }
}
