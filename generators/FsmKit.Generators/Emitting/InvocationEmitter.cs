using FsmKit.Generators.Model;

namespace FsmKit.Generators.Emitting;

/// <summary>
/// Writes the asynchronous work of states: a field and a method for each, started after the entry actions and cancelled with the timeouts.
/// Work started by a call of Invoke ends with the leaf.
/// </summary>
internal static class InvocationEmitter
{
    private const string Type = "global::FsmKit.CompilerServices.Invocation";

    public static void Emit(SourceWriter writer, MachinePlan plan)
    {
        if (!plan.Invokes)
        {
            return;
        }

        writer.Line().MarkField().Line($"{Type}? {plan.Prefix}FirstWork;");
        writer.Line().Line("/// <inheritdoc/>").Mark().Line($"protected override ref {Type}? {KnownNames.Work} => ref {plan.Prefix}FirstWork;");

        for (var state = 0; state < plan.States.Count; state++)
        {
            for (var number = 0; number < plan.States[state].Invocations.Count; number++)
            {
                EmitStart(writer, plan, state, number);
            }
        }
    }

    /// <summary>Returns the calls that start the work of a state.</summary>
    public static IEnumerable<string> Starting(MachinePlan plan, int state) =>
        plan.States[state].Invocations.Select((_, number) => $"{plan.Prefix}Start_Work{state}_{number}()");

    /// <summary>Returns the statements that cancel the work of a state.</summary>
    public static IEnumerable<string> Cancelling(MachinePlan plan, int state)
    {
        for (var number = 0; number < plan.States[state].Invocations.Count; number++)
        {
            yield return $"{Field(plan, state, number)}?.Cancel();";
        }

        if (plan.Invokes && plan.States[state].Start == state)
        {
            yield return "base.EndInvocations();";
        }
    }

    private static string Field(MachinePlan plan, int state, int number) => $"{plan.Prefix}Work{state}_{number}";

    private static void EmitStart(SourceWriter writer, MachinePlan plan, int state, int number)
    {
        var work = plan.States[state].Invocations[number];
        var (field, type) = (Field(plan, state, number), $"{Type}<{ResultOf(plan, work)}, {plan.Inputs[work.Event].Type}, {plan.Inputs[work.Failure].Type}>");
        writer.Line().MarkField().Line($"{type}? {field};");
        writer.Line().Mark().Open($"void {plan.Prefix}Start_Work{state}_{number}()");
        writer.Open($"if ({field} is not {{ IsFree: true }})");
        writer.Line($"{field} = new {type}(this, {Literal.Of(work.Work.Name.TrimStart('@'))}, {Made(plan, work.Event, work.EventForm)}, {Made(plan, work.Failure, work.FailureForm)}, {Literal.Of(work.FailureForm == EventForm.Constructed)});");
        writer.Close().Line();
        var call = $"{(work.Work.On == "this" ? "self" : work.Work.On)}.{work.Work.Name}({(work.TakesToken ? "token" : "")})";
        writer.Line($"{field}.Start(this, static (self, token) => {Awaited(plan, work, call)});").Close();
    }

    /// <summary>Returns the type of the result; work without a result uses the type of its event.</summary>
    private static string ResultOf(MachinePlan plan, InvocationModel work) => work.Result ?? plan.Inputs[work.Event].Type;

    private static string Awaited(MachinePlan plan, InvocationModel work, string call) => work switch
    {
        { Result: null } => $"{Type}.Then({(work.IsTask ? $"new global::System.Threading.Tasks.ValueTask({call})" : call)}, new {plan.Inputs[work.Event].Type}())",
        { IsTask: true } => $"new global::System.Threading.Tasks.ValueTask<{work.Result}>({call})",
        _ => call,
    };

    /// <summary>Returns the function that creates the event from a result or an exception.</summary>
    private static string Made(MachinePlan plan, int input, EventForm form) => form switch
    {
        EventForm.Itself => "static it => it",
        EventForm.Constructed => $"static it => new {plan.Inputs[input].Type}(it)",
        _ => $"static _ => new {plan.Inputs[input].Type}()",
    };
}
