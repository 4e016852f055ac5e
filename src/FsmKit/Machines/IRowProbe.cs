namespace FsmKit;

/// <summary>Receives a call for each step of a loop and for each event of its traced gobjs. All calls come on the loop's thread.</summary>
internal interface IRowProbe
{
    /// <summary>Called when a step of the loop begins.</summary>
    /// <param name="phase">Kind of delivery of this step.</param>
    /// <param name="source">The poster of the event; null for any other kind of step.</param>
    void Begin(CyclePhase phase, GObj? source);

    /// <summary>Called before an event is handled.</summary>
    /// <param name="gobj">The receiver.</param>
    /// <param name="state">Current leaf of the receiver.</param>
    /// <param name="input">Index of the input; below zero for a row without an input.</param>
    /// <param name="row">Index of the selected row, before it runs; below zero when the event is refused.</param>
    /// <param name="e">Name of the event, or text of the timeout.</param>
    /// <param name="data">The event as text, or null.</param>
    /// <param name="follows">Whether this is no event but a row that follows an event.</param>
    void Enter(GObj gobj, int state, int input, int row, string e, string? data, bool follows);

    /// <summary>Called after the event has been handled, with all its consequences.</summary>
    void Leave(GObj gobj, int state, Outcome outcome);
}
