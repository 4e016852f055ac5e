using System.Globalization;
using FsmKit.Generators.Model;

namespace FsmKit.Generators.Emitting;

/// <summary>
/// Writes the state timeouts. A gobj is in one state, so it has as many timers as the state with the most timeouts, whatever the number of
/// states; each is made before the first row that enters a state with a use for it.
/// </summary>
internal static class TimeoutEmitter
{
    public static void Emit(SourceWriter writer, MachinePlan plan)
    {
        var rows = Enumerable.Range(0, plan.Rows.Count).Where(row => plan.Rows[row].Delay is not null).ToList();
        var timers = rows.GroupBy(row => Timer(plan, row)).OrderBy(static timer => timer.Key).ToList();
        foreach (var timer in timers)
        {
            EmitTimer(writer, plan, timer.Key, timer);
        }

        if (timers.Count > 0)
        {
            EmitDispatch(writer, plan, timers.Count);
        }

        foreach (var row in rows)
        {
            EmitArm(writer, plan, row);
            EmitDue(writer, plan, row);
        }
    }

    /// <summary>
    /// The statements that make the timers of a state to be entered. They come before anything else of a row: without the memory for a timer,
    /// the row throws and nothing has changed, instead of a state that is never left.
    /// </summary>
    public static IEnumerable<string> Preparing(MachinePlan plan, int state) =>
        Enumerable.Range(0, plan.TimeoutsOf(state).Count).Select(timer => $"{Made(plan, timer)};");

    /// <summary>The statement that stops a timeout.</summary>
    public static string Cancel(MachinePlan plan, int row) => $"{Field(plan, Timer(plan, row))}?.Cancel();";

    /// <summary>Which of the timers the timeout uses: the timeouts of one state run at the same time, so each has its own.</summary>
    private static int Timer(MachinePlan plan, int row) =>
        plan.TimeoutsOf(plan.Rows[row].State).TakeWhile(timeout => timeout != row).Count();

    private static string Field(MachinePlan plan, int timer) => $"{plan.Prefix}Timer" + timer.ToString(CultureInfo.InvariantCulture);

    private static string Made(MachinePlan plan, int timer) => $"{Field(plan, timer)} ??= new global::FsmKit.LoopTimer(this, {timer})";

    private static void EmitTimer(SourceWriter writer, MachinePlan plan, int timer, IEnumerable<int> rows)
    {
        writer.Line().MarkField().Line($"private global::FsmKit.LoopTimer? {Field(plan, timer)};");
        writer.Line().Mark().Open($"private void {plan.Prefix}Due_Timer{timer}()").Open("if (base.IsDestroyed)").Line("return;").Close().Line();
        writer.Open("switch (base.Gate & global::FsmKit.MachineGate.State)");
        foreach (var row in rows)
        {
            var state = plan.Rows[row].State;
            writer.Line($"case {state}: // {plan.States[state].Name}").Indented($"{plan.Prefix}Due_Timeout{row}();\nbreak;");
        }

        writer.Close().Close();
    }

    /// <summary>By number, so that a timer needs no delegate.</summary>
    private static void EmitDispatch(SourceWriter writer, MachinePlan plan, int timers)
    {
        writer.Line().Line("/// <inheritdoc/>").Mark().Open($"protected override void {KnownNames.TimerDue}(int timer)").Open("switch (timer)");
        for (var timer = 0; timer < timers; timer++)
        {
            writer.Line($"case {timer}:").Indented($"{plan.Prefix}Due_Timer{timer}();\nbreak;");
        }

        writer.Close().Close();
    }

    private static void EmitArm(SourceWriter writer, MachinePlan plan, int row)
    {
        var delay = plan.Rows[row].Delay!;
        var timer = Timer(plan, row);
        var made = $"({Made(plan, timer)})";
        writer.Line().Mark().Open($"private void {plan.Prefix}Arm_Timeout{row}()");
        if (delay.IsFixed)
        {
            writer.Line($"{made}.Arm({delay.Expression});").Close();
            return;
        }

        writer.Line($"var delay = {delay.Expression};").Open("if (delay > global::System.TimeSpan.Zero)").Line($"{made}.Arm(delay);").Close().Close();
    }

    private static void EmitDue(SourceWriter writer, MachinePlan plan, int index)
    {
        var row = plan.Rows[index];
        writer.Line().Mark().Open($"private void {plan.Prefix}Due_Timeout{index}()");
        var waits = plan.Lane == Lane.Queued && row.GuardLeadsBack;
        if (waits)
        {
            WaitingEmitter.Begin(writer);
        }

        if (row.Guard is not null)
        {
            var destroyed = row.GuardLeadsBack ? " || base.IsDestroyed" : "";
            writer.Open($"if (!{GuardEmitter.Ask(plan, row)}{destroyed})").Line("return;").Close().Line();
        }

        writer.Line($"var traced = base.BeginTrace(-1, {index}, null);");
        writer.Open("try").Line($"{RowEmitter.Call(plan, index)};").Close();
        writer.Open("finally").Line("base.EndTrace(traced, global::FsmKit.Outcome.Handled);").Close();
        if (waits)
        {
            WaitingEmitter.End(writer);
        }

        writer.Close();
    }
}
