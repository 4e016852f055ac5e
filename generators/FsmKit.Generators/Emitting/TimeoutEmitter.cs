using System.Globalization;
using FsmKit.Generators.Model;

namespace FsmKit.Generators.Emitting;

/// <summary>
/// Writes the timeouts of states, with those of silence. A gobj is in one leaf, so it needs only as many timers as one leaf and the states
/// around it have timeouts at most. Each timer is created before the first row that enters a state which uses it.
/// </summary>
internal static class TimeoutEmitter
{
    public static void Emit(SourceWriter writer, MachinePlan plan)
    {
        var timers = Timers(plan);
        for (var timer = 0; timer < timers; timer++)
        {
            EmitTimer(writer, plan, timer);
        }

        if (timers > 0)
        {
            EmitDispatch(writer, plan, timers);
        }

        for (var site = 0; site < plan.Sites.Count; site++)
        {
            if (plan.Sites[site].IsTimeout)
            {
                EmitArm(writer, plan, site);
            }
        }

        foreach (var row in plan.Rows.Where(row => row.Row.IsTimeout && plan.Names.FirstOf(row) == row))
        {
            EmitDue(writer, plan, row);
        }
    }

    /// <summary>Returns the number of timers of a gobj.</summary>
    public static int Timers(MachinePlan plan) => plan.Leaves.Count == 0 ? 0 : Enumerable.Range(0, plan.Leaves.Count).Max(leaf => plan.TimeoutRowsOf(leaf).Count);

    /// <summary>Returns the expression for a timer, which creates the timer if necessary.</summary>
    public static string Made(MachinePlan plan, int timer) => $"{Field(plan, timer)} ??= new global::FsmKit.LoopTimer(this, {timer})";

    /// <summary>
    /// Returns the statements that create the timers of states to be entered. They are the first step of a row: without memory for a timer
    /// the row throws and changes nothing, instead of entering a state that never times out.
    /// </summary>
    public static IEnumerable<string> Preparing(MachinePlan plan, IEnumerable<int> states) =>
        from state in states
        from index in Enumerable.Range(0, plan.TimeoutsOf(state).Count)
        select $"{Made(plan, plan.FirstTimerOf(state) + index)};";

    /// <summary>Returns the statements that stop the timeouts of a state.</summary>
    public static IEnumerable<string> Cancelling(MachinePlan plan, int state) =>
        Enumerable.Range(0, plan.TimeoutsOf(state).Count).Select(index => $"{Field(plan, plan.FirstTimerOf(state) + index)}?.Cancel();");

    /// <summary>Returns the call that starts a timeout.</summary>
    public static string Arm(MachinePlan plan, int site) => $"{plan.Prefix}Arm_Timeout{site}()";

    /// <summary>Returns the statement that starts a timeout if the machine is in its state.</summary>
    public static string ArmInside(MachinePlan plan, int site)
    {
        var (first, last) = plan.Tree.RangeOf(plan.Sites[site].Scope);
        return $"if ((uint)(({plan.Leaf}) - {first}) <= {last - first}u) {{ {Arm(plan, site)}; }}";
    }

    private static string Due(MachinePlan plan, PlannedRow row) => $"{plan.Prefix}Due_Timeout{plan.Names.FirstOf(row).Number}";

    private static string Field(MachinePlan plan, int timer) => $"{plan.Prefix}Timer" + timer.ToString(CultureInfo.InvariantCulture);

    private static void EmitTimer(SourceWriter writer, MachinePlan plan, int timer)
    {
        writer.Line().MarkField().Line($"global::FsmKit.LoopTimer? {Field(plan, timer)};");
        writer.Line().Mark().Open($"void {plan.Prefix}Due_Timer{timer}()").Open("if (base.IsDestroyed)").Line("return;").Close().Line();
        writer.Open($"switch ({plan.Leaf})");
        var users = Enumerable.Range(0, plan.Leaves.Count).Where(leaf => plan.TimeoutRowsOf(leaf).Count > timer);
        foreach (var same in users.GroupBy(leaf => Due(plan, plan.TimeoutRowsOf(leaf)[timer])))
        {
            foreach (var leaf in same)
            {
                writer.Line($"case {leaf}: // {plan.LeafAt(leaf).Name}");
            }

            writer.Indented($"{same.Key}();\nbreak;");
        }

        writer.Close().Close();
    }

    /// <summary>Writes the method that handles a due timer by its number, so that a timer needs no delegate.</summary>
    private static void EmitDispatch(SourceWriter writer, MachinePlan plan, int timers)
    {
        writer.Line().Line("/// <inheritdoc/>").Mark().Open($"protected override void {KnownNames.TimerDue}(int timer)").Open("switch (timer)");
        for (var timer = 0; timer < timers; timer++)
        {
            writer.Line($"case {timer}:").Indented($"{plan.Prefix}Due_Timer{timer}();\nbreak;");
        }

        writer.Close().Close();
    }

    private static void EmitArm(SourceWriter writer, MachinePlan plan, int site)
    {
        var row = plan.Sites[site];
        var timer = plan.FirstTimerOf(row.Scope) + plan.TimeoutsOf(row.Scope).TakeWhile(other => other != site).Count();
        var (delay, made) = (row.Delay!, $"({Made(plan, timer)})");
        writer.Line().Mark().Open($"void {Arm(plan, site)}");
        if (delay.IsFixed)
        {
            writer.Line($"{made}.Arm({delay.Expression});").Close();
            return;
        }

        writer.Line($"var delay = {delay.Expression};").Open("if (delay > global::System.TimeSpan.Zero)").Line($"{made}.Arm(delay);").Close();
        if (row.Answer == AnswerKind.Idle)
        {
            // A running timeout ends when its member returns no length any more.
            writer.Open("else").Line($"{Field(plan, timer)}?.Cancel();").Close();
        }

        writer.Close();
    }

    private static void EmitDue(SourceWriter writer, MachinePlan plan, PlannedRow planned)
    {
        var row = planned.Row;
        writer.Line().Mark().Open($"void {Due(plan, planned)}()");
        var waits = plan.Lane == Lane.Queued && row.GuardLeadsBack;
        if (waits)
        {
            WaitingEmitter.Begin(writer, plan);
        }

        if (row.Guard is not null)
        {
            var destroyed = row.GuardLeadsBack ? " || base.IsDestroyed" : "";
            writer.Open($"if (!{GuardEmitter.Ask(plan, row)}{destroyed})").Line("return;").Close().Line();
        }

        writer.Line($"var traced = base.BeginTrace(null, -1, {planned.Site});");
        writer.Open("try").Line($"{(planned.Choices.Count > 0 ? "_ = " : "")}{RowEmitter.Call(plan, planned)};");
        Faults.EmitEndWatched(writer, $"{plan.Outcome}.Handled");
        if (waits)
        {
            WaitingEmitter.End(writer);
        }

        writer.Close();
    }
}
