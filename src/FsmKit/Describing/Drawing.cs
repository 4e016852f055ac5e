namespace FsmKit;

/// <summary>What diagrams have in common.</summary>
internal static class Drawing
{
    /// <summary>What is written at an arrow.</summary>
    public static string Label(RowDescription row) =>
        row.Event + (row.Guard is null ? "" : $" [{row.Guard}]") + (row.Does is null ? "" : $" / {row.Does}");

    /// <summary>Asynchronous work: its method, and what its end becomes.</summary>
    public static string Work(InvocationDescription work) => ReviewedText.Work(work.Work, work.Event, work.Failure);

    /// <summary>The states that an arrow for the row begins in: the one that has it; of a row on the class, those at the top.</summary>
    public static IEnumerable<int> Sources(MachineDescription machine, RowDescription row) => row.State >= 0 ? [row.State] : Heirs(machine, row, -1);

    /// <summary>The members of a composite that inherit its row: those without an answer of their own. In a final state nothing is answered.</summary>
    public static IEnumerable<int> Heirs(MachineDescription machine, RowDescription row, int composite) =>
        machine.Inside(composite).Where(state => machine.States[state].Kind == StateKind.Ordinary
            && !machine.RowsOf(state).Any(own => own.IsOfInput && own.Event == row.Event && own.Guard is null));

    /// <summary>The sign of a history: H, or H* of a deep one.</summary>
    public static string Sign(StateKind kind) => kind == StateKind.DeepHistory ? "H*" : "H";
}
