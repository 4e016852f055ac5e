namespace FsmKit.Http;

/// <summary>Where one of the two sides of a connection is.</summary>
public enum HttpSide : byte
{
    /// <summary>No message has begun.</summary>
    Idle,

    /// <summary>The server's side: a request is there and its final head is not sent.</summary>
    SendResponse,

    /// <summary>The head is sent, the body (which may be empty) is not finished.</summary>
    SendBody,

    /// <summary>The message is finished, and another one may follow.</summary>
    Done,

    /// <summary>The client's side: the request asks for another protocol, and all depends on the answer.</summary>
    MightSwitch,

    /// <summary>The message is finished, and none may follow.</summary>
    MustClose,

    /// <summary>This side sends no more.</summary>
    Closed,

    /// <summary>This side speaks another protocol.</summary>
    Switched,

    /// <summary>This side broke the protocol, or ended too soon.</summary>
    Error,
}
