namespace FsmKit.Testing.Models;

/// <summary>Writes rows as the table in an editor does.</summary>
internal static class RowText
{
    /// <summary>A row without its state.</summary>
    /// <param name="row">The row.</param>
    /// <param name="next">Where it leads, null when it stays.</param>
    public static string Of(RowDescription row, string? next) =>
        row.Event
        + (row.Guard is null ? "" : $" [{row.Guard}]")
        + (row.Answer switch
        {
            Answer.Ignore => ": ignored",
            Answer.Refuse => ": refused",
            Answer.Defer => ": deferred",
            _ => (row.Does is null ? "" : $" / {row.Does}") + (next is null ? "" : $" -> {next}"),
        });

    /// <summary>A row with the state that has it.</summary>
    public static string Of(MachineDescription machine, int index) => $"{StateOf(machine, index)}: {Of(machine, machine.Rows[index])}";

    /// <summary>A row of a table without its state.</summary>
    public static string Of(MachineDescription machine, RowDescription row) => Of(row, row.Next < 0 ? null : machine.States[row.Next].Name);

    /// <summary>The state that has a row; of one on the class the name of the gclass.</summary>
    public static string StateOf(MachineDescription machine, int index) => machine.Rows[index].State is >= 0 and var state ? machine.States[state].Name : machine.Name;
}
