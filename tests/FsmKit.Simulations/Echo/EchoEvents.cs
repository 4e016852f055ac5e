namespace FsmKit.Simulations.Echo;

/// <summary>Orders the next action.</summary>
public readonly record struct EvNext;

/// <summary>Orders to read on.</summary>
public readonly record struct EvResume;

/// <summary>Ways of a client to end its connection.</summary>
public enum EchoEnding
{
    /// <summary>Ends after the whole echo.</summary>
    Waits,

    /// <summary>By ending its stream, and reading on.</summary>
    HalfCloses,

    /// <summary>In good order, without reading on.</summary>
    Closes,

    /// <summary>At once.</summary>
    Drops,
}
