namespace FsmKit;

/// <summary>Rules that all diagrams share.</summary>
internal static class Drawing
{
    /// <summary>Returns the label of an arrow.</summary>
    public static string Label(RowDescription row) =>
        row.Event + (row.Guard is null ? "" : $" [{row.Guard}]") + (row.Does is null ? "" : $" / {row.Does}");

    /// <summary>Returns the text of asynchronous work: its method and the events of its end.</summary>
    public static string Work(InvocationDescription work) => ReviewedText.Work(work.Work, work.Event, work.Failure);

    /// <summary>
    /// Returns the states at which the arrow of a row begins: the state of the row or, for a row of the class, its heirs at the top level.
    /// </summary>
    public static IEnumerable<int> Sources(MachineDescription machine, RowDescription row) => row.State >= 0 ? [row.State] : Heirs(machine, row, -1);

    /// <summary>
    /// Returns the states directly inside a composite that inherit a row: those without an own answer to the event. Final states inherit nothing.
    /// </summary>
    public static IEnumerable<int> Heirs(MachineDescription machine, RowDescription row, int composite) =>
        machine.Inside(composite).Where(state => machine.States[state].Kind == StateKind.Ordinary
            && !machine.RowsOf(state).Any(own => own.IsOfInput && own.Event == row.Event && own.Guard is null));

    /// <summary>Returns the symbol of a history: H, or H* for a deep one.</summary>
    public static string Sign(StateKind kind) => kind == StateKind.DeepHistory ? "H*" : "H";
}
