namespace FsmKit.Analyzers;

/// <summary>Properties of diagnostics, for their fixes.</summary>
internal static class DiagnosticProperties
{
    /// <summary>
    /// FSM0007, FSM0064 and FSM0080: the full names of the events that the state does not answer by name, or that the parent does not
    /// accept, joined with <see cref="Separator"/>.
    /// </summary>
    public const string Events = "Events";

    /// <summary>FSM0005: present when no method has that name, so that one can be added.</summary>
    public const string Missing = "Missing";

    /// <summary>
    /// FSM0008: present when every row is reached after the hiding row is moved behind the others. The first additional location is the
    /// hiding row. The other locations are the hidden rows before the row of the diagnostic.
    /// </summary>
    public const string CanMove = "CanMove";

    /// <summary>FSM0062: present when the event has rows, so that its declaration must stay.</summary>
    public const string HasRows = "HasRows";

    /// <summary>FSM0081: the next state of the other rows; null when they stay in their states.</summary>
    public const string Next = "Next";

    /// <summary>Separator of names, which occurs in no type name.</summary>
    public const char Separator = '|';
}
