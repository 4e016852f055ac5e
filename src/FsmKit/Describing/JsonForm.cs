using System.Text;
using System.Text.Json;

namespace FsmKit;

/// <summary>Writes descriptions as JSON, without reflection. The schema is in <c>docs/describing.md</c>; every key is always present.</summary>
internal static class JsonForm
{
    /// <summary>Name and version of the schema of a machine.</summary>
    public const string MachineFormat = "FsmKit.Machine/1";

    public static string Of(MachineDescription machine) => Write(json => Machine(json, machine));

    /// <summary>Writes an indented document whose lines end with <c>\n</c>.</summary>
    public static string Write(Action<Utf8JsonWriter> write)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, new JsonWriterOptions { Indented = true, NewLine = "\n", MaxDepth = int.MaxValue }))
        {
            write(json);
        }

        return Encoding.UTF8.GetString(bytes.GetBuffer(), 0, (int)bytes.Length) + "\n";
    }

    public static void Machine(Utf8JsonWriter json, MachineDescription machine)
    {
        json.WriteStartObject();
        json.WriteString("format", MachineFormat);
        json.Text("name", machine.Name);
        json.Text("summary", machine.Summary);
        json.WriteString("reentrancy", machine.Reentrancy.ToString());
        json.Text("initial", machine.Leaves.Count == 0 ? null : machine.States[machine.Leaves[0]].Name);
        json.Array("states", machine.States, state => State(json, machine, state));
        json.Array("inputs", machine.Inputs, e => Event(json, e));
        json.Array("outputs", machine.Outputs, e => Event(json, e));
        json.Array("rows", machine.Rows, row => Row(json, machine, row));
        json.Array("parameters", machine.Parameters, parameter => Parameter(json, parameter));
        json.WriteEndObject();
    }

    private static void State(Utf8JsonWriter json, MachineDescription machine, StateDescription state)
    {
        json.WriteStartObject();
        json.Text("name", state.Name);
        json.Text("summary", state.Summary);
        json.WriteString("kind", state.Kind.ToString());
        json.Text("parent", NameOf(machine, state.Parent));
        json.Text("start", NameOf(machine, state.Start));
        json.Text("default", NameOf(machine, state.Default));
        json.Array("enter", state.Enter, json.Text);
        json.Array("exit", state.Exit, json.Text);
        json.Array("invocations", state.Invocations, work => Invocation(json, work));
        json.WriteBoolean("closed", state.IsClosed);
        json.WriteEndObject();
    }

    private static void Invocation(Utf8JsonWriter json, InvocationDescription work)
    {
        json.WriteStartObject();
        json.Text("work", work.Work);
        json.Text("event", work.Event);
        json.Text("failure", work.Failure);
        json.WriteEndObject();
    }

    private static void Event(Utf8JsonWriter json, EventDescription e)
    {
        json.WriteStartObject();
        json.Text("name", e.Name);
        json.Text("summary", e.Summary);
        json.WriteBoolean("borrowed", e.IsBorrowed);
        json.WriteEndObject();
    }

    private static void Row(Utf8JsonWriter json, MachineDescription machine, RowDescription row)
    {
        json.WriteStartObject();
        json.Text("state", NameOf(machine, row.State));
        json.Text("event", row.Event);
        json.WriteString("answer", row.Answer.ToString());
        json.Text("guard", row.Guard);
        json.Text("action", row.Action);
        json.Text("to", row.Forward?.To);
        json.Text("as", row.Forward?.Event);
        json.Text("map", row.Forward?.Map);
        json.Text("next", NameOf(machine, row.Next));
        json.WriteBoolean("reenter", row.Reenter);
        json.Milliseconds("delay", row.Delay?.Fixed);
        json.Text("delayMember", row.Delay?.Member);
        json.WriteEndObject();
    }

    private static void Parameter(Utf8JsonWriter json, ParameterDescription parameter)
    {
        json.WriteStartObject();
        json.Text("name", parameter.Name);
        json.Text("type", parameter.Type);
        json.Text("default", parameter.DefaultText);
        json.Text("description", parameter.Description);
        json.WriteBoolean("text", parameter.IsText);
        json.WriteBoolean("reload", parameter.IsReloadable);
        json.WriteEndObject();
    }

    private static string? NameOf(MachineDescription machine, int state) => state < 0 ? null : machine.States[state].Name;
}
