using FsmKit.Generators.Model;

namespace FsmKit.Generators.Emitting;

/// <summary>
/// Writes how guards are asked. One that provably cannot throw is called where it is asked. Any other has a method around it, in which an
/// exception counts as no. Where a guard may lead back to the gobj, what it sends to itself waits, in the queued lane, until the row that is
/// chosen is through.
/// </summary>
internal static class GuardEmitter
{
    public static void Emit(SourceWriter writer, MachineModel model)
    {
        var written = new HashSet<string>(StringComparer.Ordinal);
        foreach (var row in model.Rows)
        {
            if (row.Guard is { NeverThrows: false } guard && written.Add(Name(model, row)))
            {
                writer.Line().Mark().Open($"private bool {Name(model, row)}({string.Join(", ", Parameters(model, row))})");
                if (row.GuardLeadsBack)
                {
                    writer.Line("base.EnsureStack();");
                }

                writer.Open("try").Line($"return {guard};").Close();
                writer.Open("catch (global::System.Exception fsmException)" + (row.GuardLeadsBack ? " when (global::FsmKit.GObj.IsKept(fsmException))" : ""));
                writer.Line($"return base.GuardFault({Literal.Of(guard.Name.TrimStart('@'))}, fsmException);").Close().Close();
            }
        }
    }

    /// <summary>The condition that asks the guard of a row.</summary>
    public static string Ask(MachineModel model, RowModel row)
    {
        if (row.Guard is { NeverThrows: true } guard)
        {
            return guard.ToString();
        }

        var arguments = row.Guard!.Shape switch
        {
            CallShape.Bare => "",
            CallShape.Event => "in e",
            _ => "in e, source",
        };
        return $"{Name(model, row)}({arguments})";
    }

    /// <summary>Whether a guard that is asked about the input can do more than answer.</summary>
    public static bool LeadsBack(MachineModel model, int input) => model.Rows.Any(row => row.Input == input && row.GuardLeadsBack);

    /// <summary>The same for one state.</summary>
    public static bool LeadsBack(MachineModel model, int input, int state) =>
        model.Rows.Any(row => row.Input == input && row.State == state && row.GuardLeadsBack);

    private static string Name(MachineModel model, RowModel row) =>
        $"{model.Prefix}Asks{First(model, row)}_{row.Guard!.Name.TrimStart('@')}_{(row.Input < 0 ? "After" : model.Inputs[row.Input].Identifier)}";

    /// <summary>The first row that asks the same: the number keeps apart what a name and an event put together could not.</summary>
    private static int First(MachineModel model, RowModel row) =>
        Enumerable.Range(0, model.Rows.Count).First(other => model.Rows[other].Input == row.Input && Equals(model.Rows[other].Guard, row.Guard));

    private static IEnumerable<string> Parameters(MachineModel model, RowModel row)
    {
        if (row.Guard!.Shape != CallShape.Bare)
        {
            yield return $"in {model.Inputs[row.Input].Type} e";
        }

        if (row.Guard.Shape == CallShape.SourceAndEvent)
        {
            yield return "global::FsmKit.GObj? source";
        }
    }
}
