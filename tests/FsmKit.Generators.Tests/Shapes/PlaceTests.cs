using FsmKit.Generators.Reading;
using FsmKit.RoslynTesting;

namespace FsmKit.Generators.Tests;

public class PlaceTests
{
    private const string Box = """
        [GClass, Input<EvA>]
        public sealed partial class Box : GObj
        {
            enum State { [On<EvA>(nameof(Ac), Next = nameof(S1))] S0, [Refuse] S1 }
            private void Ac() => Say("ac");
        }
        """;

    [Theory]
    [InlineData("public partial class Outer", "Outer.")]
    [InlineData("public static partial class Outer", "Outer.")]
    [InlineData("public partial struct Outer", "Outer.")]
    [InlineData("public readonly partial struct Outer", "Outer.")]
    [InlineData("public ref partial struct Outer", "Outer.")]
    [InlineData("public partial record Outer", "Outer.")]
    [InlineData("public partial record struct Outer", "Outer.")]
    [InlineData("public partial interface Outer", "Outer.")]
    [InlineData("public partial class Outer<T> where T : class", "Outer<string>.")]
    [InlineData("public partial interface Outer<TIn, TOut>", "Outer<string, string>.")]
    [InlineData("public partial class @class", "@class.")]
    [InlineData("namespace My.Own", "My.Own.")]
    [InlineData("namespace @event.@class", "@event.@class.")]
    public void A_gclass_can_live_in_anything(string home, string path) => Assert.Equal(
        "ac Handled", LoadedSnippet.Play($"{home} {{\n{Box}\n}}", $"Say(app.Create<{path}Box>().Send(new EvA()));"));

    [Fact]
    public void Homes_can_be_in_homes() => Assert.Equal(
        "ac Handled",
        LoadedSnippet.Play(
            $"namespace N {{ public partial class A<T> {{ public partial record struct B {{ internal partial interface C {{ {Box} }} }} }} }}",
            "Say(app.Create<N.A<int>.B.C.Box>().Send(new EvA()));"));

    [Theory]
    [InlineData("Box<T>", "", "Box<int>")]
    [InlineData("Box<TKey, TValue>", "where TKey : notnull, IComparable<TKey>, new() where TValue : class?", "Box<int, string>")]
    [InlineData("Box<@class>", "where @class : struct", "Box<int>")]
    public void A_gclass_can_be_generic(string name, string constraints, string made) => Assert.Equal(
        "ac Handled S1 Box",
        LoadedSnippet.Play($$"""
            [GClass, Input<EvA>]
            public sealed partial class {{name}} : GObj {{constraints}}
            {
                enum State { [Enter(nameof(In)), On<EvA>(nameof(Ac), Next = nameof(S1))] S0, [Refuse] S1 }
                [Parameter] public partial int Limit { get; set; } = 3;
                public string Now => CurrentState.ToString();
                private void In() { }
                private void Ac() => Say("ac");
            }
            """, $"var box = app.Create<{made}>(); Say(box.Send(new EvA())); Say(box.Now); Say(MachineDescription.Of<{made}>().Name);"));

    [Fact]
    public void The_table_and_the_actions_can_be_in_different_files()
    {
        var run = GeneratorRun.Of(
            "public readonly record struct EvA; public readonly record struct EvB;",
            "[GClass, Input<EvA>] public sealed partial class Box : GObj { enum State { [On<EvA>(nameof(AcA)), On<EvB>(nameof(AcB), When = nameof(Fits))] S0 } }",
            "[Input<EvB>] partial class Box { private void AcA() => ChangeState(State.S0); }",
            "partial class Box { private void AcB() { } private bool Fits() => true; }");
        Assert.Single(run.Files);
        Assert.Contains("IAccept<global::EvB>", run.Text, StringComparison.Ordinal);
        Assert.Contains("AcB();", run.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Gclasses_of_one_name_or_differing_only_in_case_have_files_of_their_own()
    {
        const string box = "[GClass, Input<EvA>] public sealed partial class Box : GObj { enum State { [Ignore<EvA>] S0 } }";
        var run = GeneratorRun.Of(
            "public readonly record struct EvA;", box, $"namespace A {{ {box} }}", $"namespace B {{ {box} }}", $"namespace b {{ {box} }}",
            box.Replace("Box", "BOX", StringComparison.Ordinal), box.Replace("Box", "Box<T>", StringComparison.Ordinal), $"partial class A_Box {{ {box} }}",
            $"partial class A {{ partial class B {{ {box} }} partial class B<T> {{ {box} }} }}".Replace("partial class A", "partial class AA", StringComparison.Ordinal));
        Assert.Equal(9, run.Files.Count);
        Assert.Equal(9, run.Files.Select(static file => file.HintName).Distinct(StringComparer.OrdinalIgnoreCase).Count());
    }

    [Theory]
    [InlineData("n", 50)]
    [InlineData("名前", 20)]
    [InlineData("e\u0301", 30)]
    public void Long_names_have_files_of_their_own_that_every_file_system_takes(string letter, int times)
    {
        string Long(string start) => start + string.Concat(Enumerable.Repeat(letter, times));
        const string box = "[GClass, Input<EvA>] public sealed partial class Box : GObj { enum State { [Ignore<EvA>] S0 } }";
        var place = string.Join('.', Enumerable.Range(0, 6).Select(number => Long($"N{number}")));
        var run = GeneratorRun.Of(
            "public readonly record struct EvA;",
            $"namespace {place} {{ {box} {box.Replace("Box", "BOX", StringComparison.Ordinal)} {box.Replace("Box", "Box<T>", StringComparison.Ordinal)} }}",
            $"namespace {place} {{ partial class {Long("In")}<{Long("T")}> {{ partial class {Long("Deep")}<T, U> {{ {box} {box.Replace("Box", Long("Box"), StringComparison.Ordinal)} }} }} }}");

        Assert.Equal(5, run.Files.Select(static file => file.HintName).Distinct(StringComparer.OrdinalIgnoreCase).Count());
        Assert.All(run.Files, static file => Assert.InRange(System.Text.Encoding.UTF8.GetByteCount(file.HintName), 150, 200));
        Assert.All(run.Files, static file => Assert.EndsWith(".g.cs", file.HintName, StringComparison.Ordinal));
    }

    [Fact]
    public void A_name_is_cut_between_letters_and_always_in_the_same_way()
    {
        var name = FileName.Of(new string('a', 147) + string.Concat(Enumerable.Repeat("\U0001F600", 30)));
        Assert.Equal($"{new string('a', 147)}\U0001F600\U0001F600\U0001F600.", name[..^37]);
        Assert.Equal("c60d4f02f931a6bf0c1a33aee89ff770.g.cs", name[^37..]);
    }

    [Fact]
    public void Names_of_other_languages_are_names() => Assert.Equal(
        "ac Handled Ключ",
        LoadedSnippet.Play("""
            namespace Дом;

            public readonly record struct EvÖffnen;

            [GClass, Input<EvÖffnen>]
            public sealed partial class Ключ : GObj
            {
                enum State { [On<EvÖffnen>(nameof(Añadir), Next = 閉)] Été, [Refuse] 閉 }
                private void Añadir() => Say("ac");
            }
            """, "Say(app.Create<Дом.Ключ>().Send(new Дом.EvÖffnen())); Say(MachineDescription.Of<Дом.Ключ>().Name);"));

    [Fact]
    public void Members_with_likely_names_do_not_collide_with_generated_ones() => GeneratorRun.Of("""
        public readonly record struct EvA;

        [GClass, Input<EvA>, Output<EvA>]
        public sealed partial class Box : GObj
        {
            private int _waiting, _entering, _timeout, _timeout0, _toEvA, _state, _gate, _field, _value;
            private int _outcome, _row, _source, _queue, _parent, _name;
            enum State { [On<EvA>(nameof(Run)), After(5)] Slow, [Enter(nameof(Enter)), Exit(nameof(Leave))] Run }
            private void Run() { ChangeState(State.Run); Publish(new EvA()); _waiting = _entering + _timeout0; }
            private void Enter() { }
            private void Leave() { }
            private void Arm() => Settle(1);
            private void Settle(int n) => _timeout = n + _toEvA + _state + _gate + _field + _value + _outcome + _row + _source + _queue + _parent + _name;
            private void LeaveState(int n) { }
            private void CompleteEntry(int n) { }
        }
        """);

    [Fact]
    public void The_authors_types_do_not_hide_the_runtimes() => Assert.Equal(
        "ac Handled",
        LoadedSnippet.Play($$"""
            namespace Mine
            {
                public enum Outcome { No }
                public class String { }
                public class TimeSpan { }
                public class Admission { }
                namespace System { public class Array { } }
                namespace FsmKit { public class MachineGate { } }

                {{Box.Replace("Say(", "global::FsmKit.Generators.Tests.Trail.Say(", StringComparison.Ordinal)}}
            }
            """, "Say(app.Create<Mine.Box>().Send(new EvA()));"));

    [Theory, InlineData("Direct"), InlineData("Queued"), InlineData("Nested")]
    public void Members_of_the_author_that_hide_the_runtimes_do_not_reach_generated_code(string lane) => Assert.Equal(
        "out ac in Handled Warning#2 Refused",
        Lanes.Play(lane, """
            [GClass, Input<EvA>, Input<EvB>]
            public sealed partial class Box : GObj
            {
                enum State { [Exit(nameof(Out)), On<EvA>(nameof(Ac), Next = S1)] [Refuse] S0, [Enter(nameof(In)), Refuse] S1 }
                public new int Gate = 7;
                private new bool IsDestroyed = true, TracesData = true;
                private new void Settle() => throw new Exception("mine");
                private new void Refused() => throw new Exception("mine");
                private new void Admit() => throw new Exception("mine");
                private new void EnsureStack() => throw new Exception("mine");
                private new void BeginTrace() => throw new Exception("mine");
                private void Leave() => throw new Exception("mine");
                private void Ac() => Note("ac");
                private void In() => Note("in");
                private void Out() => Note("out");
                //Note
            }
            """, "var box = app.Create<Box>(); Say(box.Send(new EvA())); Say(box.Send(new EvB()));"));
}
