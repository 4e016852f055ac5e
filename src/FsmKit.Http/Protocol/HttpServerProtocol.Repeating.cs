using System.Buffers;

namespace FsmKit.Http;

// Repetition of the previous response head, for servers that send the same head again and again.
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

        var head = BeginResponse(output, status, bodyLength);
        head.Lines(lines, names);
        head.End();
        if (isUsual)
        {
            _buffer.Remember(status, bodyLength, lines.Length, stamp.Length);
        }
    }
}
