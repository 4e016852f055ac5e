namespace FsmKit.Http;

/// <summary>Signals that move an exchange.</summary>
internal enum ExchangeSignal : byte
{
    /// <summary>The head of a request is read.</summary>
    Read,

    /// <summary><see cref="GHttpServer.InspectHead"/> is called.</summary>
    Inspect,

    /// <summary>A part of the body goes to a file.</summary>
    Spill,

    /// <summary>The file has taken the part, or writing has failed.</summary>
    Spilled,

    /// <summary>The request is handed to the application.</summary>
    Tell,

    /// <summary>The call into the application has started the task of a handler.</summary>
    Start,

    /// <summary>The call into the application has returned. Its work is done, or its handler does it.</summary>
    Return,

    /// <summary>The call into the application has returned without an answer, and no handler runs.</summary>
    Keep,

    /// <summary>The task of the handler is complete.</summary>
    Finish,

    /// <summary>The application lets go of objects that it has kept.</summary>
    Release,

    /// <summary>The connection switches to another protocol.</summary>
    Switch,

    /// <summary>The answer of the application is written to its end.</summary>
    Answer,

    /// <summary>The rest of the request's body is to be read and dropped.</summary>
    Skip,

    /// <summary>The exchange is complete and the connection persists.</summary>
    End,

    /// <summary>The channel gives the exchange up, because the connection ends.</summary>
    GiveUp,
}
