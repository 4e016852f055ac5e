using System.ComponentModel;
using System.Diagnostics;

namespace FsmKit.CompilerServices;

/// <summary>
/// An event that is being handled while its gobj is traced, observed or recorded. They lie inside each other as the events do; each loop keeps those that it has needed and
/// uses them again.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class WatchedRow
{
    private WatchedRow? _inner;

    internal WatchedRow(WatchedRow? outer) => Outer = outer;

    /// <summary>The one that it is inside of.</summary>
    internal WatchedRow? Outer { get; }

    /// <summary>The next one inside of it.</summary>
    internal WatchedRow Inner => _inner ??= new WatchedRow(this);

    internal GObj? Gobj { get; private set; }

    /// <summary>The leaf in which the event has come.</summary>
    internal int Leaf { get; private set; }

    /// <summary>Index of the input, below zero of a row without one.</summary>
    internal int Input { get; private set; }

    /// <summary>Index of the row in the description, below zero when the event is refused.</summary>
    internal int Row { get; private set; }

    internal bool IsTraced { get; private set; }

    internal bool IsObserved { get; private set; }

    /// <summary>When it began, by the loop's clock; null when nobody wants to know how long it takes.</summary>
    internal long? Start { get; set; }

    /// <summary>The span that began with it; null when it is inside of another one.</summary>
    internal Activity? Span { get; set; }

    /// <summary>The activity that was the current one before the span.</summary>
    internal Activity? CurrentBefore { get; set; }

    /// <summary>What the observer knew before.</summary>
    internal ObservedTurn Before { get; set; }

    /// <summary>The first exception that its transition keeps.</summary>
    internal Exception? Kept { get; set; }

    /// <summary>The exception that has left it.</summary>
    internal Exception? Failure { get; set; }

    /// <summary>What is recorded of it; null where it is not recorded.</summary>
    internal RecordedEntry? Entry { get; set; }

    /// <summary>Whether it is inside of another one that is observed.</summary>
    internal bool IsInside => Outer is { IsObserved: true };

    internal MachineDescription Machine => Gobj!.Machine;

    private RowDescription? Taken => Row < 0 ? null : Machine.Rows[Row];

    /// <summary>The name of the event; of a timeout its length, and of a row that follows another one its kind.</summary>
    internal string Event => Input < 0 ? Taken!.Event : Machine.Inputs[Input].Name;

    /// <summary>Whether it is an event or a timeout, and does not just follow one.</summary>
    internal bool IsEvent => Input >= 0 || Taken is { IsTimeout: true };

    internal void Begin(GObj gobj, int gate, int input, int row)
    {
        (Gobj, Leaf, Input, Row) = (gobj, gate & MachineGate.State, input, row);
        (IsTraced, IsObserved) = ((gate & MachineGate.Traced) != 0, (gate & MachineGate.Observed) != 0);
    }

    /// <summary>Lets go of all that it refers to.</summary>
    internal void End()
    {
        (Gobj, Span, CurrentBefore, Kept, Failure, Start, Entry) = (null, null, null, null, null, null, null);
        (Before, IsObserved) = (default, false);
    }

    /// <summary>Whether a row has run, and not only an answer been given.</summary>
    internal bool HasRun(Outcome outcome) =>
        Taken is { Answer: not (Answer.Ignore or Answer.Refuse or Answer.Defer) } && (outcome == Outcome.Handled || Failure is not null);
}
