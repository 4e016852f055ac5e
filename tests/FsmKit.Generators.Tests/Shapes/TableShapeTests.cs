using FsmKit.RoslynTesting;

namespace FsmKit.Generators.Tests;

public class TableShapeTests
{
    [Theory]
    [InlineData("[GClass] public sealed partial class Box : GObj;")]
    [InlineData("[GClass] public sealed partial class Box : GObj { enum State { } }")]
    [InlineData("[GClass] public sealed partial class Box : GObj { enum State { S0, S1 } }")]
    [InlineData("[GClass, Input<EvA>] public sealed partial class Box : GObj { }")]
    [InlineData("[GClass, Input<EvA>] public sealed partial class Box : GObj { enum State { } }")]
    [InlineData("[GClass, Input<EvA>] public sealed partial class Box : GObj { enum State { S0, S1 } }")]
    [InlineData("[GClass, Output<EvA>] public sealed partial class Box : GObj { enum State { [Enter(nameof(In))] S0 } void In() => Publish(new EvA()); }")]
    [InlineData("[GClass, Output<EvA>] public sealed partial class Box : GObj { enum State { [After(5, nameof(In))] S0 } void In() => Publish(new EvA()); }")]
    [InlineData("[GClass, Output<EvA>] public sealed partial class Box : GObj { enum State { [After(5, nameof(In), Next = S1)] S0, S1 } void In() { Publish(new EvA()); ChangeState(State.S1); } }")]
    [InlineData("[GClass(Reentrancy = Reentrancy.Nested), Output<EvA>] public sealed partial class Box : GObj { enum State { [Exit(nameof(In))] S0, S1 } void In() => Publish(new EvA()); }")]
    [InlineData("[GClass, Input<EvSpan>] public sealed partial class Box : GObj { enum State { [On<EvSpan>(nameof(Ac))] S0 } void Ac() => Destroy(); }")]
    [InlineData("[GClass, Input<EvSpan>, Output<EvSpan>] public sealed partial class Box : GObj { enum State { [On<EvSpan>(nameof(Ac))] S0 } void Ac(in EvSpan e) => Publish(in e); }")]
    [InlineData("public class Other : GObj; [GClass] public sealed partial class Box : GObj { enum State { S0 } }")]
    public void Small_tables_compile(string source) => GeneratorRun.Of("public readonly record struct EvA; public readonly ref struct EvSpan;", source);

    [Fact]
    public void A_gclass_without_states_refuses_everything() => Assert.Equal(
        "Warning#2 Refused",
        LoadedSnippet.Play("[GClass, Input<EvA>] public sealed partial class Box : GObj;", "Say(app.Create<Box>().Send(new EvA()));"));

    [Theory]
    [InlineData("enum State { [On<EvA>(nameof(Ac), Next = S1)] S0 = 7, [On<EvA>(nameof(Ac), Next = S2)] S1 = -3, [On<EvA>(nameof(Ac), Next = S0)] S2 = 1000 }")]
    [InlineData("enum State : ulong { [On<EvA>(nameof(Ac), Next = S1)] S0 = ulong.MaxValue, [On<EvA>(nameof(Ac), Next = S2)] S1 = 0, [On<EvA>(nameof(Ac), Next = S0)] S2 = 5 }")]
    [InlineData("enum State : byte { [On<EvA>(nameof(Ac), Next = nameof(S1))] S0, [On<EvA>(nameof(Ac), Next = \"S2\")] S1, [On<EvA>(nameof(Ac), Next = State.S0)] S2 }")]
    public void The_values_of_the_states_are_the_authors(string states) => Assert.Equal(
        "S1 S2 S0 S2 S1",
        LoadedSnippet.Play($$"""
            [GClass, Input<EvA>, Input<EvB>]
            [On<EvB>(nameof(Back))]
            public sealed partial class Box : GObj
            {
                {{states}}
                private void Ac() => Say(CurrentState);
                private void Back() { ChangeState(CurrentState switch { State.S0 => State.S2, State.S1 => State.S0, _ => State.S1 }); Say(CurrentState); }
            }
            """, "var box = app.Create<Box>(); for (var i = 0; i < 3; i++) { box.Send(new EvA()); } box.Send(new EvB()); box.Send(new EvB());"));

    [Fact]
    public void States_and_actions_can_be_keywords() => Assert.Equal(
        "event void Handled class record void Handled record class void",
        LoadedSnippet.Play("""
            [GClass, Input<EvA>]
            public sealed partial class Box : GObj
            {
                enum State
                {
                    [On<EvA>(nameof(@event), Next = @class, When = nameof(@if))] @default,
                    [On<EvA>(nameof(record), Next = @class), Enter(nameof(@void))] @class,
                }

                private void @event() => Say("event");
                private void record() => Say("record");
                private void @void() => Say("void");
                private bool @if() => true;
                public string Now => CurrentState.ToString();
            }
            """, """
            var box = app.Create<Box>(); Say(box.Send(new EvA())); Say(box.Now); Say(box.Send(new EvA()));
            var machine = MachineDescription.Of<Box>();
            Say(machine.Rows[1].Action); Say(machine.States[1].Name); Say(machine.States[1].Enter[0]);
            """));

    [Trait("Category", "Slow")]
    [Fact]
    public void A_large_table_answers_as_written()
    {
        const int size = 50;
        var events = string.Concat(Enumerable.Range(0, size).Select(static e => $"public readonly record struct Ev{e}(int N);\n"));
        var inputs = string.Join(", ", Enumerable.Range(0, size).Select(static e => $"Input<Ev{e}>"));
        var states = string.Concat(Enumerable.Range(0, size).Select(static s =>
            string.Concat(Enumerable.Range(0, size).Select(e => $"[On<Ev{e}>(nameof(Ac), Next = S{(s + e) % size})]\n")) + $"S{s},\n"));
        var actions = string.Concat(Enumerable.Range(0, size).Select(static e => $"private void Ac(in Ev{e} e) => Sum += {e} * e.N;\n"));
        var sends = string.Concat(Enumerable.Range(0, size).Select(static e => $"box.Send(new Ev{e}({e % 3}));\n"));
        var sum = Enumerable.Range(0, size).Sum(static e => e * (e % 3));
        var state = Enumerable.Range(0, size).Sum() % size;
        Assert.Equal(
            $"{sum} S{state}",
            LoadedSnippet.Play(
                $"{events} [GClass, {inputs}] public sealed partial class Box : GObj {{ public int Sum; public string Now => CurrentState.ToString();\n enum State {{ {states} }}\n{actions} }}",
                $"var box = app.Create<Box>(); {sends} Say(box.Sum); Say(box.Now);"));
    }

    [Fact]
    public void Of_more_states_than_a_byte_holds_nothing_is_generated() => Assert.Empty(GeneratorRun.OfBroken(
        $"[GClass] public sealed partial class Box : GObj {{ enum State {{ {string.Join(", ", Enumerable.Range(0, 257).Select(static s => $"S{s}"))} }} }}").Files);

    [Fact]
    public void A_table_can_have_as_many_states_as_a_byte_holds() => Assert.Equal(
        "Handled S255",
        LoadedSnippet.Play(
            $$"""
            [GClass, Input<EvA>]
            public sealed partial class Box : GObj
            {
                enum State { [On<EvA>(Next = S255)] S0, {{string.Join(", ", Enumerable.Range(1, 255).Select(static s => $"S{s}"))}} }
                public string Now => CurrentState.ToString();
            }
            """, "var box = app.Create<Box>(); Say(box.Send(new EvA())); Say(box.Now);"));

    [Fact]
    public void A_description_tells_what_the_table_says() => Assert.Equal(
        "A box. | Starts <here>. | 0 EvA On Ac 1 Fits | 0 EvB Ignore  -1  | 0 After(Wait) After Ac 0 Fits | 1 EvB Refuse  -1  | True | An a. EvSpan",
        LoadedSnippet.Play("""
            /// <summary>An a.</summary>
            public readonly record struct EvTold;

            /// <summary>
            /// A <b>box</b>.
            /// </summary>
            [GClass, Input<EvA>, Input<EvB>, Output<EvTold>, Output<EvSpan>]
            public sealed partial class Box : GObj
            {
                enum State
                {
                    /// <summary>Starts &lt;here&gt;.</summary>
                    [On<EvA>(nameof(Ac), Next = S1, When = nameof(Fits)), Ignore<EvB>, After(nameof(Wait), nameof(Ac), Next = S0, When = nameof(Fits))] S0,
                    [Refuse<EvB>, Refuse] S1,
                }

                private TimeSpan Wait = TimeSpan.Zero;
                private void Ac() { }
                private bool Fits() => true;
            }
            """, """
            var machine = MachineDescription.Of<Box>();
            Say(string.Join(" | ", new[] { machine.Summary, machine.States[0].Summary }
                .Concat(machine.Rows.Select(row => $"{row.State} {row.Event} {row.Answer} {row.Action} {row.Next} {row.Guard}"))
                .Append(machine.States[1].IsClosed.ToString()).Append(machine.Outputs[0].Summary + " " + machine.Outputs[1].Name)));
            """));

    /// <summary>The constant of a state does not matter: a state is found by its name.</summary>
    [Theory]
    [InlineData("short", "-5", "300", "7")]
    [InlineData("ulong", "0", "ulong.MaxValue", "1UL << 40")]
    [InlineData("byte", "255", "0", "254")]
    [InlineData("int", "int.MaxValue", "int.MinValue", "-1")]
    public void The_values_of_states_may_be_any(string type, string s0, string s1, string s2) => Assert.Equal(
        "S0 Handled S1 Handled S2 Handled S0",
        LoadedSnippet.Play($$"""
            [GClass, Input<EvA>]
            public sealed partial class Box : GObj
            {
                enum State : {{type}}
                {
                    [On<EvA>(Next = S1)] S0 = {{s0}},
                    [On<EvA>(nameof(Ac))] S1 = {{s1}},
                    [On<EvA>(Next = "S0")] S2 = {{s2}},
                }

                private void Ac() => ChangeState(State.S2);
                public string Now => CurrentState.ToString();
            }
            """, """
            var box = app.Create<Box>();
            Say($"{box.Now} {box.Send(new EvA())} {box.Now} {box.Send(new EvA())} {box.Now} {box.Send(new EvA())} {box.Now}");
            """));

    [Fact]
    public void A_tuple_is_an_event_whatever_its_items_are_called() => Assert.Equal(
        "Handled a1",
        LoadedSnippet.Play("""
            [GClass, Input<(int, string)>]
            public sealed partial class Box : GObj
            {
                enum State { [On<(int, string)>(nameof(Ac), When = nameof(Fits))] S0 }

                public string Got = "";
                private void Ac(in (int Number, string Text) e) => Got = e.Text + e.Number;
                private bool Fits(GObj? source, (int, string Text) e) => e.Text == "a";
            }
            """, """
            var box = app.Create<Box>();
            Say(box.Send((1, "a")) + " " + box.Got);
            """));
}
