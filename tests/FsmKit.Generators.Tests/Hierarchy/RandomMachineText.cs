using System.Globalization;
using System.Text;

namespace FsmKit.Generators.Tests;

/// <summary>Writes a random table as a gclass.</summary>
internal static class RandomMachineText
{
    /// <param name="machine">The table.</param>
    /// <param name="name">Name of the gclass.</param>
    /// <param name="keeps">Whether snapshots of it can be taken.</param>
    public static string Write(RandomMachine machine, string name, bool keeps)
    {
        var text = new StringBuilder();
        var methods = new StringBuilder();
        var marked = new HashSet<int>();
        var inputs = string.Join(", ", Enumerable.Range(0, RandomMachine.Events).Select(static e => $"Input<Ev{e}>"));
        text.Append(CultureInfo.InvariantCulture, $"[GClass{(keeps ? "(Version = 1, Json = typeof(ReflectedJson))" : "")}, {inputs}]\n");
        Rows(text, methods, machine, RandomMachine.GClass);
        text.Append(CultureInfo.InvariantCulture, $"public sealed partial class {name} : GObj, IRandom\n{{\n    enum State\n    {{\n");
        for (var state = 0; state < machine.States.Count; state++)
        {
            var one = machine.States[state];
            Attribute(text, one.Parent >= 0, $"Inside(S{one.Parent})");
            Attribute(text, one.IsInitial && marked.Add(one.Parent), "Initial");
            Attribute(text, one.IsClosed, "Refuse");
            Attribute(text, one.Kind == StateKind.Final, "Final");
            Attribute(text, one.IsHistory, $"History(Deep = {(one.Kind == StateKind.DeepHistory ? "true" : "false")}{(one.Default < 0 ? "" : $", Default = S{one.Default}")})");
            Attribute(text, one.Enter is not null, $"Enter(nameof(In{state}))");
            Attribute(text, one.Exit is not null, $"Exit(nameof(Out{state}))");
            Method(methods, $"In{state}", $"+{state}", one.Enter);
            Method(methods, $"Out{state}", $"-{state}", one.Exit);
            Rows(text, methods, machine, state);
            text.Append(CultureInfo.InvariantCulture, $"S{state},\n");
        }

        var kept = keeps ? "[Kept] " : "";
        text.Append(CultureInfo.InvariantCulture, $"    }}\n\n    private int _left;\n    {kept}private int _count;\n");
        for (var guard = 0; guard < 3; guard++)
        {
            methods.Append(CultureInfo.InvariantCulture, $"    private bool Is{guard}() => (_count & {1 << guard}) != 0;\n");
            for (var e = 0; e < RandomMachine.Events; e++)
            {
                methods.Append(CultureInfo.InvariantCulture, $"    private bool Fits{guard}(in Ev{e} e) => (e.N & {1 << guard}) != 0;\n");
            }
        }

        text.Append(methods).Append("    public Outcome Feed(int e, int n)\n    {\n        _left = 3;\n        return e switch { ");
        for (var e = 0; e < RandomMachine.Events; e++)
        {
            text.Append(CultureInfo.InvariantCulture, $"{e} => this.Send(new Ev{e}(n)), ");
        }

        text.Append("_ => default };\n    }\n    public void Prepare() => _left = 3;\n    //Note\n}\n");
        return Lanes.Source(machine.Lane, text.ToString());
    }

    private static void Rows(StringBuilder text, StringBuilder methods, RandomMachine machine, int scope)
    {
        for (var index = 0; index < machine.Rows.Count; index++)
        {
            var row = machine.Rows[index];
            if (row.Scope != scope)
            {
                continue;
            }

            var action = row.Action is null ? "" : $"nameof(Ac{index})";
            var state = scope == RandomMachine.GClass ? "State." : "";
            var ending = (row.Next < 0 ? "" : $", Next = {state}S{row.Next}") + (row.Reenters ? ", Reenter = true" : "") + (row.Guard < 0 ? "" : $", When = nameof({(row.Subject < 0 ? "Is" : "Fits")}{row.Guard})");
            var arguments = (row.IsTimeout ? $"{row.Subject}{(action.Length > 0 ? ", " : "")}" : "") + action;
            var all = (arguments + ending).TrimStart(',', ' ');
            Attribute(text, true, row.Kind switch
            {
                RowKind.After or RowKind.Idle or RowKind.Always or RowKind.Done => $"{row.Kind}({all})",
                RowKind.On => $"On<Ev{row.Subject}>({all})",
                _ => $"{row.Kind}<Ev{row.Subject}>",
            });
            Method(methods, $"Ac{index}", $"a{index}", row.Action);
        }
    }

    private static void Attribute(StringBuilder text, bool isThere, string attribute)
    {
        if (isThere)
        {
            text.Append(CultureInfo.InvariantCulture, $"        [{attribute}]\n");
        }
    }

    private static void Method(StringBuilder methods, string name, string note, RandomStep? step)
    {
        if (step is null)
        {
            return;
        }

        var more = step.Sends >= 0 ? $" if (_left-- > 0) {{ Send(this, new Ev{step.Sends}({step.Value})); }}"
            : step.ChangesTo >= 0 ? $" if (_left-- > 0) {{ ChangeState(State.S{step.ChangesTo}); }}"
            : "";
        methods.Append(CultureInfo.InvariantCulture, $"    private void {name}() {{ _count++; Note(\"{note}\");{more} }}\n");
    }
}
