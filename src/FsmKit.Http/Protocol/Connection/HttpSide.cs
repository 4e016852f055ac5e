namespace FsmKit.Http;

/// <summary>States of one side of a connection.</summary>
public enum HttpSide : byte
{
    /// <summary>No message has begun.</summary>
    Idle,

    /// <summary>Server only: the head of a request is complete, and the head of its final response is not sent yet.</summary>
    SendResponse,

    /// <summary>The head is sent and the body, which may be empty, is not finished.</summary>
    SendBody,

    /// <summary>The message is finished, and another one may follow.</summary>
    Done,

    /// <summary>Client only: the request offers another protocol and waits for the answer.</summary>
    MightSwitch,

    /// <summary>The message is finished, and none may follow.</summary>
    MustClose,

    /// <summary>This side sends no more.</summary>
    Closed,

    /// <summary>This side uses another protocol.</summary>
    Switched,

    /// <summary>This side has violated the protocol or ended too early.</summary>
    Error,
}
