using FsmKit.Generators.Model;

namespace FsmKit.Generators.Emitting;

/// <summary>
/// Writes the description of the gclass as data, in a nested class. The description is created when it is first read, and not by a static
/// initialiser: .NET never repeats one that failed once, for example for lack of memory.
/// </summary>
internal static class DescriptionEmitter
{
    public static void Emit(SourceWriter writer, MachineModel model, MachinePlan plan)
    {
        var type = model.Prefix + "Description";
        writer.Mark().Line($"static global::FsmKit.MachineDescription global::FsmKit.IGClass.Description => {type}.{model.Prefix}Value;");
        writer.Line().Line("/// <inheritdoc/>").Mark();
        writer.Line($"protected override global::FsmKit.MachineDescription {KnownNames.Machine} => {type}.{model.Prefix}Value;");
        writer.Line().Mark().Open($"private static class {type}");
        writer.Line($"static global::FsmKit.MachineDescription? {model.Prefix}Made;").Line();
        writer.Line($"internal static global::FsmKit.MachineDescription {model.Prefix}Value => {model.Prefix}Made");
        writer.Line($"    ?? global::System.Threading.Interlocked.CompareExchange(ref {model.Prefix}Made, {model.Prefix}Make(), null) ?? {model.Prefix}Made;").Line();
        writer.Open($"static global::FsmKit.MachineDescription {model.Prefix}Make() => new()");
        writer.Line($"Name = {Plain(model.Name)},");
        writer.Line($"Summary = {Literal.Of(model.Summary)},");
        writer.Line($"Reentrancy = global::FsmKit.Reentrancy.{(model.Lane == Lane.Nested ? "Nested" : "RunToCompletion")},");
        List(writer, "States", "StateDescription", model.States.Select((state, index) => State(model, state, index)));
        if (!plan.Tree.IsInOrder)
        {
            writer.Line($"Leaves = new int[] {{ {string.Join(", ", plan.Leaves)} }},");
        }

        List(writer, "Inputs", "EventDescription", model.Inputs.Select(Event));
        List(writer, "Outputs", "EventDescription", model.Outputs.Select(Event));
        List(writer, "Rows", "RowDescription", model.Rows.Select(row => Row(model, row)));
        List(writer, "Parameters", "ParameterDescription", model.Parameters.Select(parameter => Parameter(model, parameter)));
        writer.Close(";").Close();
    }

    private static string State(MachineModel model, StateModel state, int index) =>
        $"new({Plain(state.Name)}, {Literal.Of(state.Summary)}, {Names(state.Enter)}, {Names(state.Exit)}, {Literal.Of(state.IsClosed)})"
        + (Place(model, state, index).ToList() is { Count: > 0 } place ? $" {{ {string.Join(", ", place)} }}" : "");

    private static IEnumerable<string> Place(MachineModel model, StateModel state, int index)
    {
        if (state is not { Parent: < 0, Kind: StateKind.Ordinary } || state.Start != index)
        {
            yield return $"Parent = {state.Parent}";
            yield return $"Start = {(state.Start == index ? -1 : state.Start)}";
        }

        if (state.Kind != StateKind.Ordinary)
        {
            yield return $"Kind = global::FsmKit.StateKind.{state.Kind}";
        }

        if (state.IsHistory)
        {
            yield return $"Default = {state.Default}";
        }

        if (state.Invocations.Count > 0)
        {
            var works = state.Invocations.Select(work => $"new({Plain(work.Work.Name)}, {Literal.Of(model.Inputs[work.Event].Name)}, {Literal.Of(model.Inputs[work.Failure].Name)})");
            yield return $"Invocations = new global::FsmKit.InvocationDescription[] {{ {string.Join(", ", works)} }}";
        }
    }

    private static void List(SourceWriter writer, string property, string type, IEnumerable<string> items)
    {
        writer.Line($"{property} = new global::FsmKit.{type}[]").Line("{");
        foreach (var item in items)
        {
            writer.Indented(item + ",");
        }

        writer.Line("},");
    }

    /// <summary>Returns a name without the @ that C# needs before a keyword.</summary>
    private static string Plain(string? name) => Literal.Of(name?.TrimStart('@'));

    private static string Names(IEnumerable<CallModel> calls) => Literal.List("string", calls.Select(static call => Plain(call.Name)));

    private static string Event(EventModel e) => $"new({Literal.Of(e.Name)}, {Literal.Of(e.Summary)}, {Literal.Of(e.IsBorrowed)})";

    private static string Row(MachineModel model, RowModel row)
    {
        var e = row.Delay is { } delay ? $"{row.Answer}({delay.Text})" : row.Input < 0 ? $"{row.Answer}" : model.Inputs[row.Input].Name;
        var action = row.Action is { Forward: null } call ? call.Name : null;
        var more = string.Join(", ", More(row));
        return $"new({row.Scope}, {Literal.Of(e)}, {model.Prefix}{Aliases.Answer}.{row.Answer}, {Plain(action)}, {row.Next}, {Plain(row.Guard?.Name)})"
            + (more.Length == 0 ? "" : $" {{ {more} }}");
    }

    /// <summary>Returns the properties that few rows have.</summary>
    private static IEnumerable<string> More(RowModel row)
    {
        if (row.Reenters)
        {
            yield return "Reenter = true";
        }

        if (row.Action?.Forward is { } forward)
        {
            yield return $"Forward = new({Literal.Of(forward.To)}, {Literal.Of(forward.Name)}, {Plain(forward.Map?.Name)})";
        }

        if (row.Delay is { } delay)
        {
            yield return $"Delay = new({(delay.IsFixed ? delay.Text : Plain(delay.Text))})";
        }
    }

    private static string Parameter(MachineModel model, ParameterModel parameter)
    {
        var owner = $"(({model.Place.FullName})gobj).{parameter.Name}";
        var parse = Parse(parameter);
        var write = parse is null || parameter.SetterModifiers.EndsWith("init", StringComparison.Ordinal)
            ? "null"
            : $"static (gobj, text) => {owner} = {parse}";
        return $"new({Plain(parameter.Name)}, {Literal.Of(parameter.TypeText)}, {Literal.Of(parameter.DefaultText)}, {Literal.Of(parameter.Description)}, "
            + $"static gobj => global::FsmKit.ParameterText.Format({owner}), {write})"
            + (parameter.Reloads ? " { IsReloadable = true }" : "");
    }

    private static string? Parse(ParameterModel parameter)
    {
        var text = parameter.Form switch
        {
            ParameterForm.Text => parameter.IsNullable ? "text" : "text ?? \"\"",
            ParameterForm.Bool => "global::FsmKit.ParameterText.ParseBool(text)",
            ParameterForm.Enum => $"global::FsmKit.ParameterText.ParseEnum<{parameter.TextType}>(text)",
            ParameterForm.Parsable => $"global::FsmKit.ParameterText.Parse<{parameter.TextType}>(text)",
            ParameterForm.List => $"global::FsmKit.ParameterText.ParseList<{parameter.TextType}>(text)",
            _ => null,
        };
        return text is null || !parameter.IsNullable || parameter.Form == ParameterForm.Text
            ? text
            : $"string.IsNullOrWhiteSpace(text) ? ({parameter.Type})null : {text}";
    }
}
