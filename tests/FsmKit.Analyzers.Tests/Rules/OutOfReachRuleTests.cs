using FsmKit.Analyzers.Rules;
using FsmKit.RoslynTesting;

namespace FsmKit.Analyzers.Tests.Rules;

/// <summary>FSM0018: types that the generated file cannot name.</summary>
public sealed class OutOfReachRuleTests
{
    private readonly AnalyzerVerifier _verify = new(new GClassAnalyzer(), "FSM0018");

    private static string Door(string e, string before = "", string marked = "") =>
        $$"""
        {{before}}
        [GClass, Input<{{(marked.Length > 0 ? marked : $"[|{e}|]")}}>, Output<{{e}}>]
        public sealed unsafe partial class Door : GObj
        {
            private enum State { [On<{{e}}>(nameof(Ac))] Closed, [Refuse<{{e}}>] Opened }

            private void Ac() { }
        }
        """;

    [Theory]
    [InlineData("EvA", "file readonly record struct EvA;", "'EvA' is local to its file")]
    [InlineData("Outer.EvA", "file static class Outer { public readonly record struct EvA; }", "'Outer' is local to its file")]
    [InlineData("Ev<A>", "file sealed class A; public readonly record struct Ev<T>(T Value);", "'A' is local to its file")]
    [InlineData("Ev<List<A[]>>", "file sealed class A; public readonly record struct Ev<T>(T Value);", "'A' is local to its file")]
    [InlineData("(int, A)", "file sealed class A;", "'A' is local to its file")]
    [InlineData("A", "file enum A;", "'A' is local to its file")]
    [InlineData("Ev<int*[]>", "public readonly record struct Ev<T>(T Value);", "'int*' is a pointer")]
    [InlineData("Ev<delegate*<void>[]>", "public readonly record struct Ev<T>(T Value);", "'delegate*<void>' is a pointer")]
    public async Task An_event_that_it_cannot_name_is_told_once(string e, string before, string problem)
    {
        var found = await _verify.VerifyAsync(Door(e, before));
        Assert.Contains($" cannot be used as an event of 'Door': {problem}, ", found[0].GetMessage(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("file sealed partial class [|Door|] : GObj { private enum State { Closed } }")]
    [InlineData("sealed partial class [|Door|] : GObj { private enum State { Closed } }", "file static partial class Outer {", "}")]
    public async Task A_gclass_that_it_cannot_name_is_told(string gclass, string before = "", string after = "")
    {
        var found = await _verify.VerifyAsync($"{before} [GClass] {(before.Length > 0 ? "public " : "")}{gclass} {after}");
        Assert.Contains("'Door' cannot be used as a gclass: ", found[0].GetMessage(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_protected_event_of_a_base_class_is_told()
    {
        var verify = new AnalyzerVerifier(new GClassAnalyzer(), "FSM0018") { Compiles = false };
        var found = await verify.VerifyAsync(Door("Base.EvA", "public abstract class Base : GObj { protected readonly record struct EvA; }").Edited(": GObj\n", ": Base\n"));
        Assert.Contains("it is protected in a base class", found[0].GetMessage(), StringComparison.Ordinal);
    }

    [Fact]
    public Task The_type_of_a_parameter_is_told() => _verify.VerifyAsync(
        "[GClass] public sealed unsafe partial class Door : GObj { private enum State { Closed } [Parameter] public partial int* [|{|CS9248:Port|}|] { get; set; } }");

    [Theory]
    [InlineData("EvA", "public readonly record struct EvA;")]
    [InlineData("Door.EvA", "partial class Door { private readonly record struct EvA; }")]
    [InlineData("(int, string)", "")]
    [InlineData("Ev<List<int[]>>", "public readonly record struct Ev<T>(T Value);")]
    [InlineData("{|CS0246:EvUnknown|}", "")]
    [InlineData("Ev<{|CS0246:Unknown|}>", "public readonly record struct Ev<T>(T Value);")]
    public Task What_it_can_name_and_what_does_not_compile_is_not_told(string e, string before) => _verify.VerifyAsync(Door(e, before, e));

    [Fact]
    public Task A_protected_event_around_the_gclass_is_fine() => _verify.VerifyAsync(
        "public class Base { protected readonly record struct EvA; } public partial class Outer : Base { [GClass, Input<EvA>] private sealed partial class Door : GObj { private enum State { [Ignore<EvA>] Closed } } }");

    /// <summary>An event out of reach is one fault. The other faults are reported beside it.</summary>
    [Fact]
    public async Task The_rules_about_unanswered_and_undeclared_events_go_on()
    {
        const string Events = "file readonly record struct EvA; public readonly record struct EvB; public readonly record struct EvC;";
        await new AnalyzerVerifier(new GClassAnalyzer(), "FSM0007").OnlyAsync(
            Events + "[GClass, Input<EvA>, Input<EvB>] public sealed partial class Door : GObj { private enum State { [Ignore<EvA>] [|Closed|] } }");
        await new AnalyzerVerifier(new GClassAnalyzer(), "FSM0009").OnlyAsync(
            Events + "[GClass, Input<EvA>, Input<EvB>] public sealed partial class Door : GObj { private enum State { [Ignore<EvA>, Ignore<EvB>, Ignore<[|EvC|]>] Closed } }");
        await new AnalyzerVerifier(new UndeclaredOutputAnalyzer(), "FSM0010").VerifyAsync(
            Events + "[GClass, Output<EvA>] public sealed partial class Door : GObj { private enum State { Closed } void Ac() { {|CS0103:Publish|}(new EvA()); {|CS0103:Publish|}([|new EvC()|]); } }");
    }
}
