using FsmKit.RoslynTesting;

namespace FsmKit.Generators.Tests;

public class EventShapeTests
{
    [Theory]
    [InlineData("internal readonly record struct EvX;", "EvX")]
    [InlineData("public struct EvX { public int Field; }", "EvX")]
    [InlineData("public enum EvX { One }", "EvX")]
    [InlineData("public readonly record struct EvX<T>(T Value);", "EvX<int>")]
    [InlineData("public readonly record struct EvX<T>(T Value);", "EvX<string>")]
    [InlineData("public static class Events { public readonly record struct EvX; }", "Events.EvX")]
    [InlineData("public static class Events<T> { public readonly record struct EvX; }", "Events<int>.EvX")]
    [InlineData("namespace My { public readonly record struct EvX; }", "My.EvX")]
    [InlineData("public readonly record struct @event;", "@event")]
    [InlineData("namespace @class { public readonly record struct @event; }", "@class.@event")]
    [InlineData("public readonly ref struct EvX { public ReadOnlySpan<byte> Bytes { get; init; } }", "EvX")]
    [InlineData("public readonly ref struct EvX { public override string ToString() => \"x\"; }", "EvX")]
    [InlineData("public readonly record struct Count; ", "Count")]
    [InlineData("public readonly record struct Next;", "Next")]
    [InlineData("public readonly record struct Capacity;", "Capacity")]
    [InlineData("[Obsolete] public readonly record struct EvOld;", "EvOld")]
    [InlineData("", "int")]
    [InlineData("", "DateTime")]
    [InlineData("", "(int, string)")]
    [InlineData("", "KeyValuePair<string, int>")]
    public void Any_value_type_can_be_an_event(string declaration, string name)
    {
        foreach (var reentrancy in new[] { "RunToCompletion", "Nested" })
        {
            Assert.Equal(
                "ac Handled",
                LoadedSnippet.Play($$"""
                    #pragma warning disable CS0612
                    {{declaration}}

                    [GClass(Reentrancy = Reentrancy.{{reentrancy}}), Input<{{name}}>, Output<{{name}}>(Optional = true)]
                    public sealed partial class Box : GObj
                    {
                        enum State { [On<{{name}}>(nameof(Ac)), Refuse] S0 }
                        internal Outcome Call() => Send(this, default({{name}}));
                        private void Ac(GObj? source, in {{name}} e) { Say("ac"); Publish(in e); }
                    }
                    """, "Say(app.Create<Box>().Call());"));
        }
    }

    [Fact]
    public void An_event_can_be_nested_and_private() => Assert.Equal(
        "ac Handled",
        LoadedSnippet.Play("""
            [GClass, Input<EvMine>, Output<EvMine>]
            public sealed partial class Box : GObj
            {
                private readonly record struct EvMine;
                enum State { [On<EvMine>(nameof(Ac))] S0 }
                public Outcome Call() => Send(this, new EvMine());
                private void Ac() => Say("ac");
            }
            """, "Say(app.Create<Box>().Call());"));

    [Fact]
    public void Events_of_one_name_from_several_namespaces_are_several() => Assert.Equal(
        "a b c Queued Queued a b",
        LoadedSnippet.Play("""
            namespace A { public readonly record struct EvX; public readonly record struct EvX<T>; }
            namespace B { public readonly record struct EvX; }

            [GClass, Input<A.EvX>, Input<B.EvX>, Input<A.EvX<int>>, Output<A.EvX>, Output<B.EvX>]
            public sealed partial class Box : GObj
            {
                enum State { [On<A.EvX>(nameof(AcA)), On<B.EvX>(nameof(AcB)), On<A.EvX<int>>(nameof(AcC))] S0 }
                private void AcA() => Say("a");
                private void AcB() => Say("b");
                private void AcC() { Say("c"); Say(Send(this, new A.EvX())); Say(Send(this, new B.EvX())); }
            }
            """, "var box = app.Create<Box>(); box.Send(new A.EvX()); box.Send(new B.EvX()); box.Send(new A.EvX<int>());"));

    [Fact]
    public void An_event_declared_twice_is_one() => Assert.Single(GeneratorRun.Of(
        "public readonly record struct EvA; [GClass, Input<EvA>, Input<EvA>, Output<EvA>, Output<EvA>] public sealed partial class Box : GObj { enum State { [Ignore<EvA>] S0 } }").Files);

    [Fact]
    public void Outputs_reach_the_parent_and_subscribers_in_order() => Assert.Equal(
        "inner1 parent1by callback1 Handled",
        LoadedSnippet.Play("""
            [GClass, Input<EvA>, Output<EvB>]
            public sealed partial class Inner : GObj
            {
                enum State { [On<EvA>(nameof(Ac))] S0 }
                private void Ac(in EvA e) { Say("inner" + e.N); Publish(new EvB(e.N)); }
            }

            [GClass, Input<EvB>]
            public sealed partial class Outer : GObj
            {
                enum State { [On<EvB>(nameof(Ac))] S0 }
                private void Ac(GObj? source, in EvB e) => Say($"parent{e.N}by{source!.Name}");
            }
            """, """
            var inner = app.Create<Outer>().Create<Inner>();
            inner.Subscribe((GObj publisher, in EvB e) => Say("callback" + e.N));
            Say(inner.Send(new EvA(1)));
            """));
}
