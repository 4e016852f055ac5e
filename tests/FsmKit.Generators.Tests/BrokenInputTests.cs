using FsmKit.RoslynTesting;

namespace FsmKit.Generators.Tests;

/// <summary>Checks that the generator leaves out broken input silently, so that no error follows from those of the analyzers.</summary>
public class BrokenInputTests
{
    private const string Whole = "[On<EvA>(nameof(AcA), Next = S1)]";

    [Theory]
    [InlineData("[On<EvTypo>(nameof(AcA))]")]
    [InlineData("[On<EvB>(nameof(AcTypo))]")]
    [InlineData("[On<EvB>(\"AcTypo\")]")]
    [InlineData("[On<EvB>(nameof(AcWrong))]")]
    [InlineData("[On<EvB>(nameof(AcA), When = nameof(AcA))]")]
    [InlineData("[On<EvB>(nameof(Generic))]")]
    [InlineData("[On<EvB>(nameof(ByRef))]")]
    [InlineData("[On<EvB>(nameof(Field))]")]
    [InlineData("[On<EvB>(Next = S9)]")]
    [InlineData("[On<EvB>(Next = \"S9\")]")]
    [InlineData("[On<EvB>(Next = nameof(AcA))]")]
    [InlineData("[On<EvB>(Next = 1)]")]
    [InlineData("[On<EvB>(Next = typeof(int))]")]
    [InlineData("[On<EvB>(Next = DayOfWeek.Monday)]")]
    [InlineData("[On<EvC>(nameof(AcA))]")]
    [InlineData("[On<>(nameof(AcA))]")]
    [InlineData("[On(nameof(AcA))]")]
    [InlineData("[On<string>(nameof(AcA))]")]
    [InlineData("[On<EvB>(nameof(AcA), Unknown = 3)]")]
    [InlineData("[On<EvB>(nameof(AcA), nameof(AcA), nameof(AcA))]")]
    [InlineData("[Enter(nameof(AcTypo))]")]
    [InlineData("[Exit(nameof(AcWrong))]")]
    [InlineData("[After(0, nameof(AcA))]")]
    [InlineData("[After(-5, nameof(AcA))]")]
    [InlineData("[After(nameof(AcA))]")]
    [InlineData("[After(nameof(AcTypo))]")]
    [InlineData("[After(5, nameof(AcTypo))]")]
    [InlineData("[After(5, nameof(AcWrong))]")]
    [InlineData("[Ignore<EvTypo>]")]
    [InlineData("[Invoke<EvTypo, EvB>(nameof(WorkAsync))]")]
    [InlineData("[Invoke<EvB, EvC>(nameof(WorkAsync))]")]
    [InlineData("[Invoke<EvB, EvB>(nameof(WorkTypo))]")]
    [InlineData("[Invoke<EvB, EvB>(nameof(AcA))]")]
    [InlineData("[Invoke<EvB>(nameof(WorkAsync))]")]
    [InlineData("[Invoke<EvB, EvN>(nameof(WorkAsync))]")]
    public void A_broken_row_is_left_out_and_no_other(string row)
    {
        var run = GeneratorRun.OfBroken(
            "public readonly record struct EvA; public readonly record struct EvB; public readonly record struct EvC; public readonly record struct EvN(string Why);",
            $$"""
            [GClass, Input<EvA>, Input<EvB>, Input<EvN>]
            public sealed partial class Box : GObj
            {
                enum State
                {
                    {{Whole}}
                    S0,
                    [On<EvA>(nameof(AcA))] {{row}}
                    S1,
                }

                private int Field;
                private void AcA() { }
                private System.Threading.Tasks.Task<int> WorkAsync() => null!;
                private void AcWrong(string wrong) { }
                private void Generic<T>() { }
                private void ByRef(ref EvB e) { }
            }
            """);
        Assert.Contains("global::FsmKit.IAccept<global::EvA>", run.Text, StringComparison.Ordinal);
        Assert.Contains("global::FsmKit.IAccept<global::EvB>", run.Text, StringComparison.Ordinal);
        Assert.Contains("new(0, \"EvA\", Fsm_Answer.On, \"AcA\", 1, null)", run.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[History] H")]
    [InlineData("[History] H, [Inside(H), Ignore<EvA>] S0")]
    [InlineData("[On<EvA>(Next = H)] S0, [History] H")]
    [InlineData("[On<EvA>(Next = H)] S0, [Inside(S0), History] H")]
    [InlineData("[On<EvA>(Next = H)] S0, [Inside(S0)] S1, [Inside(S0), History, Initial, Final, Enter(nameof(Ac)), Exit(nameof(Ac)), After(5, Next = S1), Ignore<EvA>] H")]
    [InlineData("[On<EvA>(Next = H)] S0, [Inside(S0)] S1, [Inside(S0), History(Default = S0)] H, [Inside(S0), History(Default = H)] H2, [Inside(S0), History(Default = 5)] H3")]
    [InlineData("[On<EvA>(Next = H)] S0, [Inside(S0)] S1, [Inside(S0), History] G, [Inside(G), History] H")]
    [InlineData("[Final, On<EvA>(nameof(Ac), Next = S0), After(5, nameof(Ac))] S0")]
    [InlineData("[Final, Ignore<EvA>, Done(nameof(Ac))] S0, [Inside(S0), Final] S1")]
    [InlineData("[Done(nameof(Ac), Next = S0), Ignore<EvA>] S0, [Done(Next = S0)] S1, [Inside(S1), Ignore<EvA>] S2")]
    [InlineData("[Always(nameof(Ac)), Always(Next = S0), Always(nameof(Typo)), Always(Next = Typo), Always(When = nameof(Ac)), Ignore<EvA>] S0")]
    [InlineData("[Always(Next = S1), Ignore<EvA>] S0, [Always(Next = S0), Ignore<EvA>] S1")]
    [InlineData("[Defer<EvA>, Defer<EvSpan>, Defer<EvTypo>] S0")]
    [InlineData("[Defer<EvSpan>, Ignore<EvA>] S0")]
    [InlineData("[Final, Invoke<EvA, EvA>(nameof(Ac)), Invoke<EvA, EvSpan>(nameof(Ac)), Ignore<EvA>] S0")]
    [InlineData("[Idle(0), Idle(-3, nameof(Ac)), Idle(nameof(Typo)), Idle(nameof(Ac)), Ignore<EvA>] S0")]
    public void A_table_that_contradicts_itself_never_ends_in_an_error_of_generated_code(string states)
    {
        foreach (var gclass in new[] { "GClass", "GClass(Reentrancy = Reentrancy.Nested)" })
        {
            foreach (var changes in new[] { "", "ChangeState(default(State));" })
            {
                var run = GeneratorRun.OfBroken(
                    "public readonly record struct EvA; public readonly ref struct EvSpan { }",
                    $"[{gclass}, Input<EvA>, Input<EvSpan>] public sealed partial class Box : GObj {{ enum State {{ {states} }} private void Ac() {{ {changes} }} }}");
                Assert.Contains("global::FsmKit.IAccept<global::EvA>", run.Text, StringComparison.Ordinal);
            }
        }
    }

    [Theory]
    [InlineData("[GClass, Input<EvA>] public sealed class Box : GObj { enum State { [Ignore<EvA>] S0 } }")]
    [InlineData("public class Outer { [GClass, Input<EvA>] public sealed partial class Box : GObj { enum State { [Ignore<EvA>] S0 } } }")]
    [InlineData("[GClass, Input<EvA>] public sealed partial class Box { enum State { [Ignore<EvA>] S0 } }")]
    [InlineData("[GClass, Input<EvA>] public sealed partial class Box : Typo { enum State { [Ignore<EvA>] S0 } }")]
    [InlineData("[GClass, Input<EvA>] file sealed partial class Box : GObj { enum State { [Ignore<EvA>] S0 } }")]
    [InlineData("[GClass, Input<EvA>] public static partial class Box { enum State { [Ignore<EvA>] S0 } }")]
    public void Where_no_part_can_be_added_nothing_is(string source) =>
        Assert.Empty(GeneratorRun.OfBroken("public readonly record struct EvA;", source).Files);

    [Theory]
    [InlineData("[GClass, Input<EvA>] public sealed partial class Box : GObj { private enum State { [Ignore<EvA>] S } }")]
    [InlineData("[GClass] partial class Box;")]
    public void A_class_that_is_marked_twice_costs_no_other_gclass_its_part(string second)
    {
        var run = GeneratorRun.OfBroken(
            "public readonly record struct EvA;",
            "[GClass, Input<EvA>] public sealed partial class Box : GObj { private enum State { [Ignore<EvA>] S } }",
            "[GClass, Input<EvA>] public sealed partial class Other : GObj { private enum State { [Ignore<EvA>] S } }",
            second);

        Assert.Equal(["Box", "Other"], run.Files.Select(static file => file.Text.Contains("partial class Box", StringComparison.Ordinal) ? "Box" : "Other").Order());
    }

    [Theory]
    [InlineData("class State { }")]
    [InlineData("enum States { [Ignore<EvA>] S0 }")]
    [InlineData("int State;")]
    [InlineData("enum State { [Ignore<EvA>")]
    [InlineData("enum State<T> { S0 }")]
    [InlineData("enum State { S0, [On<EvA>(")]
    [InlineData("enum State { S0, , S1 ")]
    public void Without_a_table_the_gclass_accepts_its_events_all_the_same(string member) => Assert.Contains(
        "global::FsmKit.IAccept<global::EvA>",
        GeneratorRun.OfBroken("public readonly record struct EvA;", $"[GClass, Input<EvA>] public sealed partial class Box : GObj {{ {member} }}").Text,
        StringComparison.Ordinal);

    [Theory]
    [InlineData("Input<EvTypo>")]
    [InlineData("Input<>")]
    [InlineData("Input<string>")]
    [InlineData("Input<Box>")]
    [InlineData("Input<EvFile>")]
    [InlineData("Input<int?>")]
    [InlineData("Input<GObj>, Output<object>")]
    public void A_broken_event_is_left_out_and_no_other(string input) => Assert.Contains(
        "global::FsmKit.IAccept<global::EvA>",
        GeneratorRun.OfBroken(
            "public readonly record struct EvA;",
            $"file readonly record struct EvFile; [GClass, Input<EvA>, {input}] public sealed partial class Box : GObj {{ enum State {{ [Ignore<EvA>] S0 }} }}").Text,
        StringComparison.Ordinal);

    [Theory]
    [InlineData("[Parameter] public int P { get; set; }")]
    [InlineData("[Parameter] public partial int P { get; }")]
    [InlineData("[Parameter] public static partial int P { get; set; }")]
    [InlineData("[Parameter] public partial Typo P { get; set; }")]
    [InlineData("[Parameter(Validate = nameof(Typo))] public partial int P { get; set; }")]
    [InlineData("[Parameter(Validate = nameof(Wrong))] public partial int P { get; set; }")]
    [InlineData("[Parameter(Coerce = nameof(Wrong))] public partial int P { get; set; }")]
    [InlineData("[Parameter] public partial int P { get; set; } public partial int P { get => 1; set { } }")]
    [InlineData("[Parameter] public partial int this[int index] { get; set; }")]
    [InlineData("[Parameter] public required partial string P { get; set; }")]
    public void A_broken_parameter_is_left_to_the_analyzers(string parameter) => Assert.Contains(
        "global::FsmKit.IAccept<global::EvA>",
        GeneratorRun.OfBroken(
            "public readonly record struct EvA;",
            $"[GClass, Input<EvA>] public sealed partial class Box : GObj {{ enum State {{ [Ignore<EvA>] S0 }} {parameter} private void Wrong(string text) {{ }} }}").Text,
        StringComparison.Ordinal);
}
