using System.Globalization;
using FsmKit.Generators.Model;

namespace FsmKit.Generators.Emitting;

/// <summary>
/// Writes the steps around the action of a row. Before it: exit actions from the inside outwards, timeouts stopped, the new state and its
/// timeouts. After it: entry actions from the outside inwards. An exception of a step does not stop the next ones.
/// </summary>
internal static class LifeEmitter
{
    /// <summary>
    /// Whether the state can differ, when the action returns, from the one that the row names. Entry actions are then chosen at run time.
    /// </summary>
    public static bool IsDynamic(MachinePlan plan) => plan.HasLife && (plan.ChangesState || plan.Lane == Lane.Nested);

    /// <summary>Writes the transition and the return of its outcome.</summary>
    public static void EmitTransition(SourceWriter writer, MachinePlan plan, PlannedRow row)
    {
        if (!row.Moves)
        {
            EmitStaying(writer, plan, row);
        }
        else if (IsDynamic(plan))
        {
            EmitDynamic(writer, plan, row);
        }
        else
        {
            EmitStatic(writer, plan, row);
        }
    }

    /// <summary>Returns the lines of a transition without steps around its action.</summary>
    public static string InPlace(MachinePlan plan, PlannedRow row) =>
        (row.Moves ? string.Join("\n", NewState(plan, row.To)) + "\n" : "") + string.Concat(Rearming(plan, row).Select(static line => line + "\n")) + (row.Row.Action is null ? "" : $"{row.Row.Action};\n");

    /// <summary>Returns the statements that run the exit actions of states, innermost first, and end their timeouts and work.</summary>
    public static IEnumerable<string> Leaving(MachinePlan plan, IReadOnlyList<int> states, string end) =>
        Calls(plan, [.. states.SelectMany(state => Exits(plan, state))], "base.IsDestroyed", end).Concat(states.SelectMany(state => Ending(plan, state)));

    /// <summary>
    /// Returns the statements that end what runs in a state: its timeouts and work stop, its completion is void, and its history remembers
    /// the leaf.
    /// </summary>
    public static IEnumerable<string> Ending(MachinePlan plan, int state) =>
        [.. TimeoutEmitter.Cancelling(plan, state), .. InvocationEmitter.Cancelling(plan, state), .. FollowingEmitter.Resuming(plan, state), .. HistoryEmitter.Remembering(plan, state)];

    /// <summary>Returns the calls on leaving a state.</summary>
    public static IEnumerable<string> Exits(MachinePlan plan, int state) => plan.States[state].Exit.Select(static call => $"{call}");

    /// <summary>Returns the calls on entering a state.</summary>
    public static IEnumerable<string> Enters(MachinePlan plan, int state) =>
        plan.States[state].Enter.Select(static call => $"{call}").Concat(InvocationEmitter.Starting(plan, state)).Concat(plan.States[state] is { Kind: StateKind.Final, Parent: < 0 } ? ["base.EnterFinal()"] : []);

    /// <summary>
    /// Returns the statements that call exit or entry actions one after the other. If one destroys the gobj or changes the state, the
    /// remaining calls are skipped.
    /// </summary>
    public static IEnumerable<string> Calls(MachinePlan plan, IReadOnlyList<string> calls, string isOver, string end)
    {
        for (var i = 0; i < calls.Count; i++)
        {
            yield return Faults.Kept($"{calls[i]};");
            if (i < calls.Count - 1 && plan.Lane != Lane.Direct)
            {
                yield return $"if ({isOver})\n{{\n    {end}\n}}\n";
            }
        }
    }

    /// <summary>Returns the statements that begin what runs in states: their timeouts and their completion.</summary>
    public static IEnumerable<string> Beginning(MachinePlan plan, IEnumerable<int> states) => states.SelectMany(state => plan.TimeoutsOf(state)
        .Select(site => Arming(plan, site, $"{TimeoutEmitter.Arm(plan, site)};")).Concat(FollowingEmitter.Completing(plan, state)));

    /// <summary>
    /// Returns the statements that restart the timeouts of silence when an event is handled. After a guard that may have changed the state,
    /// they restart only those of states that the machine is still in.
    /// </summary>
    public static IEnumerable<string> Rearming(MachinePlan plan, PlannedRow row) => plan.SilencesOf(row)
        .Select(site => Arming(plan, site, plan.GuardsLeadBack(row.Row) ? TimeoutEmitter.ArmInside(plan, site) : $"{TimeoutEmitter.Arm(plan, site)};"));

    public static void Lines(SourceWriter writer, IEnumerable<string> lines)
    {
        foreach (var line in lines)
        {
            writer.Line(line);
        }
    }

    private static string Arming(MachinePlan plan, int site, string statement) => plan.Sites[site].Delay!.IsFixed ? statement : Faults.Kept(statement);

    /// <summary>Writes a row that leaves no state.</summary>
    private static void EmitStaying(SourceWriter writer, MachinePlan plan, PlannedRow row)
    {
        var rearming = Rearming(plan, row).ToList();
        var follows = plan.Follows(row);
        var keeps = follows || rearming.Exists(Faults.IsKept);
        if (keeps)
        {
            EmitDeclarations(writer, plan, row);
        }

        Lines(writer, rearming);
        EmitAction(writer, row, keeps);
        if (follows)
        {
            writer.Line(FollowingEmitter.Follow(plan));
        }

        EmitEnd(writer, plan, row, keeps);
    }

    private static void EmitStatic(SourceWriter writer, MachinePlan plan, PlannedRow row)
    {
        int[] leaves = [.. row.Leaves];
        var exits = leaves.Any(state => plan.States[state].Exit.Count > 0);
        string[] enter = [.. row.Enters.SelectMany(state => Enters(plan, state))];
        var beginning = Rearming(plan, row).Concat(Beginning(plan, row.Enters)).ToList();
        var follows = plan.Follows(row);
        var keeps = exits || enter.Length > 0 || beginning.Any(Faults.IsKept) || follows;
        var end = End(plan, row, keeps);
        if (keeps)
        {
            EmitDeclarations(writer, plan, row);
        }

        Lines(writer, TimeoutEmitter.Preparing(plan, row.Enters));
        Lines(writer, Leaving(plan, leaves, end));
        if (exits)
        {
            EmitEndIfDestroyed(writer, end);
        }

        Lines(writer, NewState(plan, row.To));
        Lines(writer, beginning);
        EmitAction(writer, row, keeps);
        if (enter.Length > 0)
        {
            EmitEndIfDestroyed(writer, end);
            Lines(writer, Calls(plan, enter, "base.IsDestroyed", end));
        }

        if (follows)
        {
            writer.Line(FollowingEmitter.Follow(plan));
        }

        EmitEnd(writer, plan, row, keeps);
    }

    private static void EmitDynamic(SourceWriter writer, MachinePlan plan, PlannedRow row)
    {
        Lines(writer, TimeoutEmitter.Preparing(plan, row.Enters));
        EmitDeclarations(writer, plan, row);
        writer.Open($"if ({PathEmitter.Leave(plan, row.Kept.ToString(CultureInfo.InvariantCulture))})");
        Lines(writer, NewState(plan, row.To));
        Lines(writer, Rearming(plan, row).Concat(Beginning(plan, row.Enters)));
        EmitAction(writer, row, keeps: true);

        // If another transition has taken over, this call enters the states that it left to this one.
        writer.Close().Line().Line($"{PathEmitter.Enter(plan)};");
        if (plan.Follows(row))
        {
            writer.Line(FollowingEmitter.Follow(plan));
        }

        EmitEnd(writer, plan, row, keeps: true);
    }

    /// <summary>
    /// Returns the statement that sets the new state. A row that cannot be re-entered sets the whole gate word; any other row keeps the
    /// flags.
    /// </summary>
    private static IEnumerable<string> NewState(MachinePlan plan, int leaf)
    {
        var number = leaf.ToString(CultureInfo.InvariantCulture);
        var comment = $" // {plan.LeafAt(leaf).Name}";
        yield return plan.Lane == Lane.Direct
            ? $"base.Gate = {number};{comment}"
            : $"base.Gate = (base.Gate & {plan.Gate}.Flags) | {number};{comment}";
        foreach (var noticing in DeferringEmitter.Noticing(plan))
        {
            yield return noticing;
        }
    }

    private static bool HasOutcome(PlannedRow row) => row.Row.Action is { Forward.HasOutcome: true };

    private static void EmitDeclarations(SourceWriter writer, MachinePlan plan, PlannedRow row)
    {
        writer.Line(Faults.Declaration);
        if (HasOutcome(row))
        {
            // If an exit action destroys the gobj or changes the state, the event is not forwarded.
            writer.Line($"var {Faults.Forwarded} = {plan.Outcome}.Refused;");
        }
    }

    /// <summary>Returns the statement that ends a row.</summary>
    private static string End(MachinePlan plan, PlannedRow row, bool keeps) =>
        !keeps ? $"return {plan.Outcome}.Handled;" : HasOutcome(row) ? Faults.EndForwarded : Faults.End;

    private static void EmitEnd(SourceWriter writer, MachinePlan plan, PlannedRow row, bool keeps)
    {
        // Without further steps the forward itself ends the row.
        if (keeps || !HasOutcome(row))
        {
            writer.Line(End(plan, row, keeps));
        }
    }

    private static void EmitAction(SourceWriter writer, PlannedRow row, bool keeps)
    {
        if (row.Row.Action is { } action)
        {
            var statement = !HasOutcome(row) ? $"{action};" : keeps ? $"{Faults.Forwarded} = {action};" : $"return {action};";
            writer.Line(keeps ? Faults.Kept(statement) : statement);
        }
    }

    private static void EmitEndIfDestroyed(SourceWriter writer, string end) =>
        writer.Open("if (base.IsDestroyed)").Line(end).Close().Line();
}
