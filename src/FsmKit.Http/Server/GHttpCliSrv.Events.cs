namespace FsmKit.Http;

/// <content>Private and internal events of the machine.</content>
public sealed partial class GHttpCliSrv
{
    /// <summary>Writes a part of the body of the response.</summary>
    internal readonly ref struct EvResponseData(HttpResponse response, ReadOnlySpan<byte> data)
    {
        public HttpResponse Response { get; } = response;

        public ReadOnlySpan<byte> Data { get; } = data;
    }

    /// <summary>Sends 103 Early Hints before the response.</summary>
    internal readonly record struct EvEarlyHints(HttpResponse Response, HttpResponseHeaders Links);

    /// <summary>Resets the connection on behalf of the application, if the request of this number is still in progress.</summary>
    internal readonly record struct EvAbort(int Request);

    /// <summary>Sends the head of the response before its body is complete.</summary>
    internal readonly record struct EvResponseStart(HttpResponse Response);

    /// <summary>Sends the bytes written so far.</summary>
    internal readonly record struct EvResponseFlush(Action? Callback);

    /// <summary>Ends the response.</summary>
    internal readonly record struct EvResponseEnd(HttpResponse Response);

    /// <summary>The application cannot answer: its handler threw, or no handler took the request.</summary>
    internal readonly record struct EvFailed(int Status, ChannelEndReason Reason, Exception? Exception = null);

    /// <summary>The application has begun to read the body. A client that waits for 100 Continue gets it.</summary>
    internal readonly record struct EvWantBody(HttpExchange Exchange);

    /// <summary>The task of a handler is completed.</summary>
    internal readonly record struct EvHandlerDone(HttpExchange Exchange, Task Task);

    /// <summary>Switches the connection to another protocol.</summary>
    internal readonly record struct EvUpgrade(HttpResponse Response, string Protocol);

    /// <summary>Checks timeouts and rates at this time of the clock, in milliseconds.</summary>
    internal readonly record struct EvTick(long Now);

    /// <summary>Refuses the connection with 503, because the server has too many.</summary>
    internal readonly record struct EvTurnAway;

    /// <summary>The server is stopping.</summary>
    internal readonly record struct EvServerStopping;

    /// <summary>A head is complete.</summary>
    private readonly record struct EvHead;

    /// <summary>A head has begun.</summary>
    private readonly record struct EvPartialHead;

    /// <summary>A part of the body of the request was read.</summary>
    private readonly ref struct EvBody(ReadOnlySpan<byte> data)
    {
        public ReadOnlySpan<byte> Data { get; } = data;
    }

    /// <summary>A part of the body was written to its file, or writing has failed.</summary>
    private readonly record struct EvSpilled(Exception? Exception);

    /// <summary>The reader of the streamed body has caught up.</summary>
    private readonly record struct EvBodyTaken;

    /// <summary>The request is complete.</summary>
    private readonly record struct EvRequestRead;

    /// <summary>The input is not acceptable, for the reason in the fault.</summary>
    private readonly record struct EvBadRequest(HttpFault Fault);

    /// <summary>The client has ended its stream.</summary>
    private readonly record struct EvNoMore;

    /// <summary>The channel may read on; the next request may be in the input already.</summary>
    private readonly record struct EvDequeueRequest;

    /// <summary>All output has been handed to the operating system.</summary>
    private readonly record struct EvOutputSent;

    /// <summary>The response is written to its end.</summary>
    internal readonly record struct EvAnswered;

    /// <summary>The channel, or code called by it, has thrown.</summary>
    private readonly record struct EvFaulted;
}
