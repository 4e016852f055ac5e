using System.Buffers;

namespace FsmKit.Http;

// Servers repeat themselves as clients do.
public sealed partial class HttpServerProtocol
{
    /// <summary>
    /// Writes the head of a final response whose fields are checked already; one that would come out like the one before is copied.
    /// </summary>
    /// <inheritdoc cref="BeginResponse"/>
    internal void WriteHead(IBufferWriter<byte> output, int status, long? bodyLength, ReadOnlySpan<byte> lines, HeaderSet names)
    {
        // Whatever else decides what a head says is as usual: neither its request nor the connection changes it.
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
