namespace FsmKit.Http;

/// <summary>Phases of a request on the way to its answer.</summary>
internal enum ExchangePhase : byte
{
    /// <summary>No request: the exchange waits for the next one, in its channel or in the pool of its server.</summary>
    Free,

    /// <summary>The head is read. The application does not have the request yet.</summary>
    Reading,

    /// <summary>The application has the request, and has not answered it.</summary>
    Told,

    /// <summary>The connection uses another protocol.</summary>
    Switched,

    /// <summary>The answer of the application is written. Its handler may still run.</summary>
    Answered,

    /// <summary>The answered request is counted and logged. The rest of its body is read and dropped.</summary>
    Skipping,

    /// <summary>Answered and detached from its channel. The application may still hold the objects.</summary>
    Done,

    /// <summary>Detached from its channel without an answer of the application, which may still hold the objects.</summary>
    Gone,
}
