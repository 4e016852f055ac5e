namespace FsmKit.Testing.Models;

/// <summary>Formats rows of a table.</summary>
internal static class RowText
{
    /// <summary>Formats a row without its state.</summary>
    /// <param name="row">The row.</param>
    /// <param name="next">The next state; null when the row stays.</param>
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

    /// <summary>Formats a row with its state.</summary>
    public static string Of(MachineDescription machine, int index) => $"{StateOf(machine, index)}: {Of(machine, machine.Rows[index])}";

    /// <summary>Formats a row of a table without its state.</summary>
    public static string Of(MachineDescription machine, RowDescription row) => Of(row, row.Next < 0 ? null : machine.States[row.Next].Name);

    /// <summary>Returns the state that a row belongs to; the name of the gclass for a row of the class.</summary>
    public static string StateOf(MachineDescription machine, int index) => machine.Rows[index].State is >= 0 and var state ? machine.States[state].Name : machine.Name;
}
