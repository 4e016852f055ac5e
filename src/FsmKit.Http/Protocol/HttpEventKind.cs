namespace FsmKit.Http;

/// <summary>What reading has come to.</summary>
public enum HttpEventKind : byte
{
    /// <summary>Nothing yet: read again with the unconsumed bytes and more behind them.</summary>
    NeedMore,

    /// <summary>The message is over and its answer is not: read again after <c>StartNext</c>. Nothing was consumed.</summary>
    Paused,

    /// <summary>A server: a request's head, complete and checked, in <see cref="HttpEvent.Request"/>.</summary>
    Request,

    /// <summary>A client: an interim head (1xx) in <see cref="HttpEvent.Response"/>; the final one is still to come.</summary>
    Informational,

    /// <summary>A client: a response's head, complete and checked, in <see cref="HttpEvent.Response"/>.</summary>
    Response,

    /// <summary>Some of the body in <see cref="HttpEvent.Data"/>: a slice of the input, without chunk framing.</summary>
    Data,

    /// <summary>The message is over; <see cref="HttpEvent.Trailers"/> came behind its body.</summary>
    End,

    /// <summary>The connection speaks another protocol now (101, or a tunnel): these bytes are not HTTP, and none is consumed.</summary>
    Switched,

    /// <summary>No further message comes; what comes nevertheless is consumed and ignored.</summary>
    Closed,

    /// <summary>What came is not acceptable: see <see cref="HttpEvent.Fault"/>; nothing further is read.</summary>
    Fault,
}
