using System.ComponentModel;
using System.Diagnostics;

namespace FsmKit.CompilerServices;

/// <summary>
/// Event that is being handled while its gobj is traced, recorded or observed by listeners to spans or metrics. An event inside another
/// event has an object inside the object of that one; each loop reuses its objects. For generated code.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class WatchedRow
{
    private WatchedRow? _inner;

    internal WatchedRow(WatchedRow? outer) => Outer = outer;

    /// <summary>The surrounding row, or null.</summary>
    internal WatchedRow? Outer { get; }

    /// <summary>Reusable object for a row inside this one.</summary>
    internal WatchedRow Inner => _inner ??= new WatchedRow(this);

    internal GObj? Gobj { get; private set; }

    /// <summary>Leaf before the event.</summary>
    internal int Leaf { get; private set; }

    /// <summary>Index of the input; below zero for a row without an input.</summary>
    internal int Input { get; private set; }

    /// <summary>Index of the row in the description; below zero when the event is refused.</summary>
    internal int Row { get; private set; }

    internal bool IsTraced { get; private set; }

    internal bool IsObserved { get; private set; }

    /// <summary>Time stamp of the beginning, by the loop's clock; null if no listener measures durations.</summary>
    internal long? Start { get; set; }

    /// <summary>Span of this event; null if the event belongs to the span of another one.</summary>
    internal Activity? Span { get; set; }

    /// <summary>Activity that was current before the span.</summary>
    internal Activity? CurrentBefore { get; set; }

    /// <summary>State of the observer before this event.</summary>
    internal ObservedTurn Before { get; set; }

    /// <summary>First exception that the transition keeps.</summary>
    internal Exception? Kept { get; set; }

    /// <summary>Exception that has left the row.</summary>
    internal Exception? Failure { get; set; }

    /// <summary>Recorded entry of this event; null if the event is not recorded.</summary>
    internal RecordedEntry? Entry { get; set; }

    /// <summary>Whether the surrounding row is observed.</summary>
    internal bool IsInside => Outer is { IsObserved: true };

    internal MachineDescription Machine => Gobj!.Machine;

    private RowDescription? Taken => Row < 0 ? null : Machine.Rows[Row];

    /// <summary>Name of the event; for a timeout its length; for a row that follows another row its kind.</summary>
    internal string Event => Input < 0 ? Taken!.Event : Machine.Inputs[Input].Name;

    /// <summary>Whether this is an event or a timeout, and not a row that follows one.</summary>
    internal bool IsEvent => Input >= 0 || Taken is { IsTimeout: true };

    internal void Begin(GObj gobj, int gate, int input, int row)
    {
        (Gobj, Leaf, Input, Row) = (gobj, gate & MachineGate.State, input, row);
        (IsTraced, IsObserved) = ((gate & MachineGate.Traced) != 0, (gate & MachineGate.Observed) != 0);
    }

    /// <summary>Releases all references.</summary>
    internal void End()
    {
        (Gobj, Span, CurrentBefore, Kept, Failure, Start, Entry) = (null, null, null, null, null, null, null);
        (Before, IsObserved) = (default, false);
    }

    /// <summary>Returns whether a row has run: not one of the kind Ignore, Refuse or Defer.</summary>
    internal bool HasRun(Outcome outcome) =>
        Taken is { Answer: not (Answer.Ignore or Answer.Refuse or Answer.Defer) } && (outcome == Outcome.Handled || Failure is not null);
}
