namespace FsmKit;

/// <summary>Is told of each step of a loop, and of each event that its traced gobjs get, in the loop's thread.</summary>
internal interface IRowProbe
{
    /// <summary>A step of the loop begins.</summary>
    /// <param name="phase">What it delivers.</param>
    /// <param name="source">Who has posted the event; null of anything else.</param>
    void Begin(CyclePhase phase, GObj? source);

    /// <summary>An event has come.</summary>
    /// <param name="gobj">To whom.</param>
    /// <param name="state">In which leaf.</param>
    /// <param name="input">Index of the input; below zero of a row without one.</param>
    /// <param name="row">Index of the row that was found, before it runs; below zero when the event is refused.</param>
    /// <param name="e">The name of the event, or the text of a timeout.</param>
    /// <param name="data">The event in words, or null.</param>
    /// <param name="follows">Whether it is no event, but a row that follows one.</param>
    void Enter(GObj gobj, int state, int input, int row, string e, string? data, bool follows);

    /// <summary>The event has been handled, with all that it led to.</summary>
    void Leave(GObj gobj, int state, Outcome outcome);
}
