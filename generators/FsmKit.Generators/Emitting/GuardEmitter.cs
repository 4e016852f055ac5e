using FsmKit.Generators.Model;

namespace FsmKit.Generators.Emitting;

/// <summary>
/// Writes the evaluation of guards. A guard that provably cannot throw is called in place. Any other has a method around it, in which an
/// exception counts as no. While a guard that may lead back is evaluated, events that it sends to the gobj itself wait, in the queued lane,
/// until the chosen row is complete.
/// </summary>
internal static class GuardEmitter
{
    public static void Emit(SourceWriter writer, MachinePlan plan)
    {
        var written = new HashSet<string>(StringComparer.Ordinal);
        foreach (var row in plan.Rows.Select(static row => row.Row))
        {
            if (row.Guard is { NeverThrows: false } guard && written.Add(plan.Names.OfGuard(row)))
            {
                writer.Line().Mark().Open($"bool {plan.Names.OfGuard(row)}({string.Join(", ", Parameters(plan, row))})");
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

    /// <summary>Returns the condition that evaluates the guard of a row.</summary>
    public static string Ask(MachinePlan plan, RowModel row)
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
        return $"{plan.Names.OfGuard(row)}({arguments})";
    }

    private static IEnumerable<string> Parameters(MachinePlan plan, RowModel row)
    {
        if (row.Guard!.Shape != CallShape.Bare)
        {
            yield return $"in {plan.Inputs[row.Input].Type} e";
        }

        if (row.Guard.Shape == CallShape.SourceAndEvent)
        {
            yield return plan.Source;
        }
    }
}
