using System.ComponentModel;

namespace FsmKit.CompilerServices;

/// <summary>
/// The word that generated dispatch switches on. Its low byte is the leaf; while a higher bit is set, no case of the switch matches and
/// the event takes the slow lane. So one range check asks for the leaf and for everything unusual at once.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class MachineGate
{
    /// <summary>The bits of the leaf's number.</summary>
    public const int State = 0xFF;

    /// <summary>An action is running and the gobj runs to completion: events wait.</summary>
    public const int Busy = 0x100;

    /// <summary>Events are waiting for the running transition to settle.</summary>
    public const int Waiting = 0x200;

    /// <summary>Waiting events are being handled; who settles meanwhile leaves the rest to that loop.</summary>
    public const int Draining = 0x400;

    /// <summary>Each event is written to the log.</summary>
    public const int Traced = 0x800;

    /// <summary>The gobj is not created yet: it accepts nothing.</summary>
    public const int NotStarted = 0x1000;

    /// <summary>The gobj is destroyed: it accepts nothing any more.</summary>
    public const int Destroyed = 0x2000;

    /// <summary>The machine has come to its end: it accepts nothing any more.</summary>
    public const int Finished = 0x4000;

    /// <summary>Each event is told to listeners, as spans or figures.</summary>
    public const int Observed = 0x8000;

    /// <summary>Its StartUp runs, or its initial state is being entered.</summary>
    public const int Starting = 0x10000;

    /// <summary>The loop has a recorder.</summary>
    internal const int Recorded = 0x20000;

    /// <summary>All bits but the state.</summary>
    public const int Flags = ~State;

    /// <summary>The bits of those that watch.</summary>
    internal const int Watched = Traced | Observed | Recorded;
}
