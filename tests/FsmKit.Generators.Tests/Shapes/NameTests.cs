using FsmKit.RoslynTesting;

namespace FsmKit.Generators.Tests;

/// <summary>The author's names and the generator's never meet.</summary>
[Trait("Category", "Slow")]
public class NameTests
{
    /// <summary>Names of locals, parameters and members that generated code has, or had.</summary>
    public static TheoryData<string> Names =>
    [
        "e", "source", "row", "outcome", "traced", "fsmGate", "delay", "waiting", "state", "next", "value", "field", "text", "gobj", "timer", "subscriber", "force",
        "settles", "redirected", "to0", "gate", "admission", "data", "turn", "level", "kept", "IsIn", "Go_EvA", "Fsm_Go_EvA", "Fsm_Outcome", "Fsm_Generated", "global", "Machine", "Waiting", "TimerDue", "HandleWaiting", "SubscribeAll", "CheckParameters", "EnterInitialState",
        "WaitsWhenBusy", "Slow_EvA", "Run_EvA", "Select_EvA", "Row0_S0_EvA", "FsmDescription", "Fsm_Row0_S0_EvA", "Fsm_Slow_EvA", "Fsm2_Description", "_fsmTo_EvB", "fsmFault",
        "@class", "@event", "@base", "@this", "Größe", "_",
    ];

    [Theory]
    [MemberData(nameof(Names))]
    public void An_action_and_a_guard_can_have_any_name(string name)
    {
        foreach (var lane in Lanes.All)
        {
            Assert.Equal(
                "do7 Handled do0 enter exit",
                LoadedSnippet.Play(Lanes.Source(lane, $$"""
                    [GClass, Input<EvA>, Output<EvB>]
                    public sealed partial class Box : GObj
                    {
                        enum State { [On<EvA>(nameof({{name}}), When = nameof({{name}}X)), After(10, nameof({{name}}Z), Next = S1)] S0, [Enter(nameof({{name}}E)), Exit(nameof({{name}}F)), After(5, Next = S0), Refuse] S1 }
                        private void {{name}}(in EvA e) => Note("do7");
                        private bool {{name}}X() => true;
                        private void {{name}}Z() => Note("do0");
                        private void {{name}}E() => Note("enter");
                        private void {{name}}F() => Note("exit");
                        //Note
                    }
                    """), "var box = app.Create<Box>(); Say(box.Send(new EvA(7))); time.Advance(TimeSpan.FromMilliseconds(10)); app.RunOnce(); time.Advance(TimeSpan.FromMilliseconds(5)); app.RunOnce();"));
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_delay_and_a_parameter_with_its_methods_can_have_any_name(string name) => Assert.Equal(
        "5 due 8",
        LoadedSnippet.Play($$"""
            [GClass]
            public sealed partial class Box : GObj
            {
                enum State { [After(nameof({{name}}), nameof(Due))] S0 }
                private static TimeSpan {{name}} => TimeSpan.FromMilliseconds(10);
                private void Due() => Say("due");
                [Parameter(Validate = nameof({{name}}X))]
                public partial int {{name}}P { get; set; } = 5;
                private bool {{name}}X(int number) => number > 0;
            }
            """, $$"""
            var box = app.Create<Box>(); Say(box.{{name}}P); time.Advance(TimeSpan.FromMilliseconds(10)); app.RunOnce();
            box.WriteParameter("{{name.TrimStart('@')}}P", "8"); Say(box.{{name}}P);
            """));

    [Theory]
    [MemberData(nameof(Names))]
    [InlineData("CurrentState"), InlineData("ChangeState"), InlineData("Publish"), InlineData("Value"), InlineData("Description"), InlineData("Outcome")]
    [InlineData("FsmKit"), InlineData("System"), InlineData("IGClass"), InlineData("Fsm_Description"), InlineData("Fsm_Value"), InlineData("Gate"), InlineData("IsDestroyed")]
    public void A_gclass_can_have_any_name(string name) => Assert.Equal(
        "ac Handled 3 due",
        LoadedSnippet.Play($$"""
            namespace My
            {
            using global::FsmKit;
            [GClass, Input<EvA>, Output<EvB>]
            public sealed partial class {{name}} : GObj
            {
                enum State { [Enter(nameof(AcIn)), Exit(nameof(AcIn)), After(5, nameof(AcDue), Next = S1), On<EvA>(nameof(Ac))] S0, [Refuse] S1 }
                [Parameter(Validate = nameof(IsFine))] public partial int P { get; set; } = 3;
                private bool IsFine(int p) => p > 0;
                private void Ac() => Say("ac");
                private void AcIn() { }
                private void AcDue() => Say("due");
            }
            }
            """, $$"""var box = app.Create<My.{{name}}>(); Say(box.Send(new EvA())); Say(box.ReadParameter("P")); time.Advance(TimeSpan.FromMilliseconds(5)); app.RunOnce();"""));

    [Theory]
    [InlineData("public string CurrentState => \"mine\";")]
    [InlineData("private int CurrentState, ChangeState, Publish;")]
    [InlineData("private void ChangeState(State state) { } private void Use() => ChangeState(State.S1);")]
    [InlineData("private void ChangeState(int state) { } private void Use() { ChangeState(1); ChangeState(State.S1); }")]
    [InlineData("private void Publish(in EvB e) { } private void Use() => Publish(new EvB());")]
    [InlineData("private void CheckParameters() { } public int Waiting, TimerDue; [Parameter(Validate = nameof(Ok))] public partial int P { get; set; } private bool Ok(int p) => true;")]
    [InlineData("private int Fsm_Waiting, Fsm2_Waiting, Fsm_Description; private class Fsm3_; ")]
    [InlineData("private class CurrentState { } private enum Publish { }")]
    public void A_member_of_the_authors_stays(string member) => GeneratorRun.Of(
        "public readonly record struct EvA; public readonly record struct EvB;",
        $"[GClass, Input<EvA>, Output<EvB>] public sealed partial class Box : GObj {{ enum State {{ [On<EvA>(Next = S1)] S0, [Refuse] S1 }} {member} }}");

    [Theory]
    [InlineData("e"), InlineData("source"), InlineData("row"), InlineData("CurrentState"), InlineData("Fsm_Description"), InlineData("Publish"), InlineData("@class"), InlineData("GObj")]
    public void A_type_parameter_can_have_any_name(string name) => GeneratorRun.Of(
        "public readonly record struct EvA;",
        $"[GClass, Input<EvA>, Output<EvA>] public sealed partial class Box<{name}> : global::FsmKit.GObj {{ enum State {{ [On<EvA>(nameof(Ac), Next = nameof(S1))] S0, [Refuse] S1 }} private void Ac(in EvA e) {{ }} }}");

    [Theory]
    [InlineData("Ev_2, A.Ev, B.Ev"), InlineData("A.Ev, B.Ev, Ev_2"), InlineData("A.Ev, Ev_2, Ev_3, B.Ev"), InlineData("A.Ev, B.Ev, Ev_2, Ev_2_2, G<A.Ev>, G<B.Ev>, G_A_Ev_")]
    public void Events_of_similar_names_stay_apart(string events)
    {
        var attributes = string.Join(", ", events.Replace("G<A.Ev>", "G<A_Ev>", StringComparison.Ordinal).Replace("G<B.Ev>", "G<B_Ev>", StringComparison.Ordinal)
            .Split(", ").Select(static e => $"Input<{e}>, Output<{e}>"));
        GeneratorRun.Of(
            "public readonly record struct Ev_2; public readonly record struct Ev_3; public readonly record struct Ev_2_2; public readonly record struct G<T>; public readonly record struct G_A_Ev_; public readonly record struct A_Ev; public readonly record struct B_Ev;",
            "namespace A { public readonly record struct Ev; } namespace B { public readonly record struct Ev; }",
            $"[GClass, {attributes}] public sealed partial class Box : GObj {{ enum State {{ [Refuse] S0 }} }}");
    }

    [Fact]
    public void An_event_of_a_very_long_name_compiles() => GeneratorRun.Of(
        $"public readonly record struct Ev{new string('a', 500)}<T>;",
        $"[GClass, Input<Ev{new string('a', 500)}<Ev{new string('a', 500)}<int>>>, Input<Ev{new string('a', 500)}<int>>] public sealed partial class Box : GObj {{ enum State {{ [Refuse] S0 }} }}");

    [Fact]
    public void The_nearest_action_wins() => Assert.Equal(
        "own Handled",
        LoadedSnippet.Play("""
            public abstract class Base : GObj { protected void Ac(GObj? source, in EvA e) => Say("inherited"); }
            [GClass, Input<EvA>]
            public sealed partial class Box : Base { enum State { [On<EvA>(nameof(Ac))] S0 } private void Ac(in EvA e) => Say("own"); }
            """, "Say(app.Create<Box>().Send(new EvA()));"));

    [Fact]
    public void States_of_one_value_compile() => GeneratorRun.Of(
        "public readonly record struct EvA;",
        "[GClass, Input<EvA>] public sealed partial class Box : GObj { enum State { [On<EvA>(nameof(Ac), Next = C)] A, [Refuse] B = 1, [Refuse] C = 1, [Refuse] D = B } private void Ac() => ChangeState(State.D); }");

    [Theory]
    [InlineData("namespace N { public class Fsm_Outcome; public static class Fsm_Gate; ")]
    [InlineData("public class Fsm_Generated; namespace N.M { public class Fsm2_GObj; ")]
    [InlineData("namespace Fsm_Answer { } namespace N { public partial class Fsm_Compiled { } ")]
    public void Types_around_a_gclass_can_have_any_name(string around) => GeneratorRun.Of(
        around + "public readonly record struct EvA; [GClass, Input<EvA>] public sealed partial class Box : GObj { enum State { [On<EvA>(Next = S1)] S0, [Ignore<EvA>] S1 } } }");

    [Theory]
    [InlineData("Fsm_Outcome"), InlineData("Fsm_GObj")]
    public void Types_around_the_type_of_a_gclass_can_have_any_name(string name) => GeneratorRun.Of(
        $"public readonly record struct EvA; public partial class Outer<{name}> {{ [GClass, Input<EvA>] public sealed partial class Box : GObj {{ enum State {{ [On<EvA>(Next = \"S1\")] S0, [Ignore<EvA>] S1 }} }} }}");
}
