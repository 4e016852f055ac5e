using System.Buffers;

namespace FsmKit.Http.Tests.Examples;

/// <summary>A server for any transport.</summary>
internal sealed class Greeter : IDisposable
{
    private readonly HttpServerProtocol _http = new();      // one per connection

    /// <summary>
    /// Answers all requests in the input, and returns how many of its bytes are done with. The rest comes again, with more behind it.
    /// </summary>
    public int Answer(ReadOnlySpan<byte> input, bool isEnd, IBufferWriter<byte> output)
    {
        var consumed = 0;
        while (true)
        {
            var read = _http.Read(input[consumed..], isEnd);
            consumed += read.Consumed;
            switch (read.Kind)
            {
                case HttpEventKind.Request:                 // read.Request: a head, complete and checked
                    break;
                case HttpEventKind.Data:                    // read.Data: some of the body, a slice of the input
                    break;
                case HttpEventKind.End:                     // the request is over
                    Greet(output);
                    break;
                case HttpEventKind.Fault:                   // read.Fault.Reason is for the log
                    _http.WriteEmptyResponse(output, read.Fault.Status);
                    break;
                case HttpEventKind.NeedMore:                // read on
                    _http.WriteContinue(output);            // if the client waits for it before it sends a body
                    return consumed;
                default:                                    // Closed: close
                    return consumed;
            }
        }
    }

    private void Greet(IBufferWriter<byte> output)
    {
        var head = _http.BeginResponse(output, 200, bodyLength: 13);
        head.Add(KnownHeader.ContentType, "text/plain"u8);
        head.End();                                         // only now is the head in the output
        _http.WriteBody(output, "Hello, World!"u8);
        _http.EndResponse(output);
        if (_http.CanStartNext)
        {
            _http.StartNext();
        }
    }

    public void Dispose() => _http.Dispose();
}
