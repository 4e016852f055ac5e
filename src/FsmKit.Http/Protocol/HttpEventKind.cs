namespace FsmKit.Http;

/// <summary>The kinds of results of reading.</summary>
public enum HttpEventKind : byte
{
    /// <summary>Nothing is complete: read again with the unconsumed bytes and more behind them.</summary>
    NeedMore,

    /// <summary>
    /// The message is read, and its request or response is not finished: read again after <c>StartNext</c>. Nothing was consumed.
    /// </summary>
    Paused,

    /// <summary>For a server: the complete, checked head of a request in <see cref="HttpEvent.Request"/>.</summary>
    Request,

    /// <summary>For a client: the head of an interim response (1xx) in <see cref="HttpEvent.Response"/>; the final one follows.</summary>
    Informational,

    /// <summary>For a client: the complete, checked head of a final response in <see cref="HttpEvent.Response"/>.</summary>
    Response,

    /// <summary>A part of the body in <see cref="HttpEvent.Data"/>: a slice of the input, without chunk framing.</summary>
    Data,

    /// <summary>The end of the message, with its trailers in <see cref="HttpEvent.Trailers"/>.</summary>
    End,

    /// <summary>The connection has switched to another protocol (101, or a tunnel). The input is not HTTP and is not consumed.</summary>
    Switched,

    /// <summary>No further message follows. Further input is consumed and ignored.</summary>
    Closed,

    /// <summary>The input is not acceptable; <see cref="HttpEvent.Fault"/> gives the reason. Nothing further is read.</summary>
    Fault,
}
