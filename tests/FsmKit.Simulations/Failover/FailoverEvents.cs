namespace FsmKit.Simulations.Failover;

/// <summary>Orders the next action.</summary>
public readonly record struct EvNext;

/// <summary>Orders to switch the connex on again.</summary>
public readonly record struct EvOnAgain;

/// <summary>Orders to close a connection after the end of the other side's stream.</summary>
public readonly record struct EvHangUp;

/// <summary>Results of an attempt to connect to a place.</summary>
public enum PlaceKind
{
    /// <summary>A server listens.</summary>
    Listening,

    /// <summary>No server listens.</summary>
    Refusing,

    /// <summary>The name has no address.</summary>
    Unknown,

    /// <summary>The address answers nothing.</summary>
    Silent,

    /// <summary>The address of the name comes after the attempt was given up.</summary>
    Late,

    /// <summary>The failure of the name comes after the attempt was given up.</summary>
    FailsLate,
}
