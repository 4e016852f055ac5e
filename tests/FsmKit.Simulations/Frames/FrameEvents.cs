namespace FsmKit.Simulations.Frames;

/// <summary>Orders a session to read on.</summary>
public readonly record struct EvReadOn;

/// <summary>Orders a client to send the next lines.</summary>
public readonly record struct EvSendMore;

/// <summary>Ways of a client to end its connection after its last line.</summary>
public enum LineEnding
{
    /// <summary>In good order after the last answer.</summary>
    Waits,

    /// <summary>By ending its stream, and reading on.</summary>
    HalfCloses,

    /// <summary>In good order, without reading on.</summary>
    Closes,

    /// <summary>By a reset.</summary>
    Resets,
}

/// <summary>Ways in which a session has ended its connection.</summary>
public enum SessionEnd
{
    /// <summary>The connection goes on.</summary>
    None,

    /// <summary>By ending its stream.</summary>
    HalfClosed,

    /// <summary>In good order.</summary>
    Closed,

    /// <summary>In good order, with all output sent, so that nothing can be lost any more.</summary>
    Flushed,

    /// <summary>At once.</summary>
    Dropped,

    /// <summary>The connection broke while the session sent.</summary>
    Broken,

    /// <summary>By an exception.</summary>
    Failed,
}
