namespace FsmKit.Http;

/// <summary>What happens to an exchange.</summary>
internal enum ExchangeSignal : byte
{
    /// <summary>The head of a request is read.</summary>
    Read,

    /// <summary>The application is asked what it thinks of the head.</summary>
    Inspect,

    /// <summary>A part of the body goes to a file.</summary>
    Spill,

    /// <summary>The file has taken it, or not.</summary>
    Spilled,

    /// <summary>The application is told of the request.</summary>
    Tell,

    /// <summary>That call has started the task of a handler.</summary>
    Start,

    /// <summary>The call into the application has returned: what it was to do is done, or its handler does it.</summary>
    Return,

    /// <summary>The same, and nothing is answered, although no handler runs.</summary>
    Keep,

    /// <summary>The task of the handler is complete.</summary>
    Finish,

    /// <summary>The connection goes over to another protocol.</summary>
    Switch,

    /// <summary>The answer of the application is written to its end.</summary>
    Answer,

    /// <summary>What is left of the body is to be read and dropped.</summary>
    Skip,

    /// <summary>The exchange is complete, and the connection goes on.</summary>
    End,

    /// <summary>The channel lets go of the exchange: the connection does not go on.</summary>
    GiveUp,
}
