namespace FsmKit.Analyzers;

/// <summary>What a diagnostic tells its fix beside its place.</summary>
internal static class DiagnosticProperties
{
    /// <summary>FSM0007, FSM0064 and FSM0080: the full names of the events that the state does not answer by name, or that the parent does not hear, joined with <see cref="Separator"/>.</summary>
    public const string Events = "Events";

    /// <summary>FSM0005: present when there is no method of that name, so that one can be added.</summary>
    public const string Missing = "Missing";

    /// <summary>
    /// FSM0008: present when every row has its turn once the one that hides the others stands behind them. It is the first additional
    /// location; behind it come those that it hides too and that stand before the row of the diagnostic.
    /// </summary>
    public const string CanMove = "CanMove";

    /// <summary>FSM0062: present when there are rows for the event, so that its declaration has to stay.</summary>
    public const string HasRows = "HasRows";

    /// <summary>FSM0081: the state that the other rows lead to; null when they stay in their states.</summary>
    public const string Next = "Next";

    /// <summary>Occurs in no type name.</summary>
    public const char Separator = '|';
}
