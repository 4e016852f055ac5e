using System.ComponentModel;

namespace FsmKit.CompilerServices;

/// <summary>
/// Bits of the number on which generated dispatch code switches. The low byte is the number of the current innermost state. Each higher bit
/// is a special condition of the gobj. While such a bit is set, no case of the switch matches and slower code handles the event, so that
/// one range check tests the state and all conditions at once.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class MachineGate
{
    /// <summary>Bits of the number of the current innermost state.</summary>
    public const int State = 0xFF;

    /// <summary>An action of a run-to-completion gobj is running: events wait.</summary>
    public const int Busy = 0x100;

    /// <summary>Events are waiting for the end of the running transition.</summary>
    public const int Waiting = 0x200;

    /// <summary>
    /// The events that waited for the end of a transition are being handled, one after another. A transition that ends meanwhile does not
    /// begin to handle the remaining ones a second time.
    /// </summary>
    public const int Draining = 0x400;

    /// <summary>Each event is written to the log.</summary>
    public const int Traced = 0x800;

    /// <summary>The gobj is not started yet and accepts no events.</summary>
    public const int NotStarted = 0x1000;

    /// <summary>The gobj is destroyed and accepts no more events.</summary>
    public const int Destroyed = 0x2000;

    /// <summary>The machine is finished and accepts no more events.</summary>
    public const int Finished = 0x4000;

    /// <summary>Each event is reported to listeners, as spans or metrics.</summary>
    public const int Observed = 0x8000;

    /// <summary><see cref="GObj.StartUp"/> is running, or the initial state is being entered.</summary>
    public const int Starting = 0x10000;

    /// <summary>The loop has a recorder.</summary>
    internal const int Recorded = 0x20000;

    /// <summary>All bits except those of <see cref="State"/>.</summary>
    public const int Flags = ~State;

    /// <summary>Bits of the log, the listeners and the recorder.</summary>
    internal const int Watched = Traced | Observed | Recorded;
}
