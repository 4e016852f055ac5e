namespace FsmKit.Programs.Tcp;

/// <summary>The control bits that the state diagram looks at.</summary>
[Flags]
public enum Control
{
    /// <summary>None of them.</summary>
    None = 0,

    /// <summary>No more data comes.</summary>
    Fin = 1,

    /// <summary>Sequence numbers are to be synchronized.</summary>
    Syn = 2,

    /// <summary>The connection is to be reset.</summary>
    Rst = 4,

    /// <summary>The acknowledgement number counts.</summary>
    Ack = 16,
}

/// <summary>A segment has arrived.</summary>
public readonly record struct EvSegment(Control Control, uint Seq, uint Ack = 0, int Length = 0);

/// <summary>OPEN, passive.</summary>
public readonly record struct EvPassiveOpen;

/// <summary>OPEN, active.</summary>
public readonly record struct EvActiveOpen;

/// <summary>SEND.</summary>
public readonly record struct EvSend(int Length);

/// <summary>CLOSE.</summary>
public readonly record struct EvClose;

/// <summary>ABORT.</summary>
public readonly record struct EvAbort;

/// <summary>A segment is to be sent.</summary>
public readonly record struct EvTransmit(Control Control, uint Seq, uint Ack, int Length);

/// <summary>The connection is there.</summary>
public readonly record struct EvEstablished;

/// <summary>Data have arrived.</summary>
public readonly record struct EvReceived(int Length);

/// <summary>The peer sends no more.</summary>
public readonly record struct EvPeerClosed;

/// <summary>The peer has reset the connection, or refused it.</summary>
public readonly record struct EvConnectionReset;
