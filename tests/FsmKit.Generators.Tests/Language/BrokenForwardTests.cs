using FsmKit.RoslynTesting;

namespace FsmKit.Generators.Tests;

/// <summary>A forward with a mistake is left out, and nothing that follows from it ends as an error in a generated file.</summary>
public class BrokenForwardTests
{
    private const string Types = """
        public readonly record struct EvA(int N); public readonly record struct EvB; public readonly record struct EvC; public readonly ref struct EvSpan;
        public struct Plain : IAccept<EvB> { public Outcome Receive(in EvB e, GObj? source) => default; }
        [GClass, Input<EvA>] public sealed class NotPartial : GObj { enum State { [Ignore<EvA>] S0 } }
        [GClass, Input<EvB>] public sealed partial class NotAGObj { enum State { [Ignore<EvB>] S0 } }
        [GClass, Input<EvC>, Input<EvTypo>] public sealed partial class Sink : GObj { enum State { [Ignore<EvC>] S0 } }
        public interface IHolder { Sink? Holds { get; } }
        public abstract class Base : GObj { private Sink? _hidden; protected Sink? Held { private get; set; } public Sink? this[int i] => null; }
        """;

    [Theory]
    [InlineData("[Forward<EvB>]")]
    [InlineData("[Forward<EvB>(null)]")]
    [InlineData("[Forward<EvB>(nameof(_sink))]")]
    [InlineData("[Forward<EvB>(nameof(_typo))]")]
    [InlineData("[Forward<EvB>(\"_typo\")]")]
    [InlineData("[Forward<EvB>(\"\")]")]
    [InlineData("[Forward<EvB>(\" \")]")]
    [InlineData("[Forward<EvB>(5)]")]
    [InlineData("[Forward<EvB>(typeof(int))]")]
    [InlineData("[Forward<EvB>(nameof(AcA))]")]
    [InlineData("[Forward<EvB>(nameof(GObj))]")]
    [InlineData("[Forward<EvB>(\"this[]\")]")]
    [InlineData("[Forward<EvB>(\"IHolder.Holds\", Map = nameof(ToC))]")]
    [InlineData("[Forward<EvB>(\"<Auto>k__BackingField\", Map = nameof(ToC))]")]
    [InlineData("[Forward<EvB>(nameof(_untyped))]")]
    [InlineData("[Forward<EvB>(nameof(_unknown))]")]
    [InlineData("[Forward<EvB>(nameof(_plain))]")]
    [InlineData("[Forward<EvB>(nameof(_notPartial))]")]
    [InlineData("[Forward<EvB>(nameof(_notAGObj))]")]
    [InlineData("[Forward<EvB>(nameof(WriteOnly))]")]
    [InlineData("[Forward<EvB>(nameof(Happens))]")]
    [InlineData("[Forward<EvB>(nameof(_hidden))]")]
    [InlineData("[Forward<EvB>(nameof(Held), Map = nameof(ToC))]")]
    [InlineData("[Forward<EvB>(nameof(_open))]")]
    [InlineData("[Forward<EvB>(nameof(_sink), Map = nameof(Typo))]")]
    [InlineData("[Forward<EvB>(nameof(_sink), Map = \"Typo\")]")]
    [InlineData("[Forward<EvB>(nameof(_sink), Map = 5)]")]
    [InlineData("[Forward<EvB>(nameof(_sink), Map = nameof(AcA))]")]
    [InlineData("[Forward<EvB>(nameof(_sink), Map = nameof(ToText))]")]
    [InlineData("[Forward<EvB>(nameof(_sink), Map = nameof(ToMaybe))]")]
    [InlineData("[Forward<EvB>(nameof(_sink), Map = nameof(OfA))]")]
    [InlineData("[Forward<EvB>(nameof(_sink), Map = nameof(ToSpan))]")]
    [InlineData("[Forward<EvB>(nameof(_sink), Map = nameof(ToTypo))]")]
    [InlineData("[Forward<EvB>(nameof(_sink), Map = nameof(Generic))]")]
    [InlineData("[Forward<EvB>(Map = nameof(ToC))]")]
    [InlineData("[Forward<EvB>(nameof(_sink), Map = nameof(ToC), Next = \"S9\")]")]
    [InlineData("[Forward<EvB>(nameof(_sink), Map = nameof(ToC), When = nameof(AcA))]")]
    [InlineData("[Forward<EvC>(nameof(_sink))]")]
    [InlineData("[Forward<EvTypo>(nameof(_sink))]")]
    [InlineData("[Forward<>(nameof(_sink))]")]
    [InlineData("[Forward(nameof(_sink))]")]
    [InlineData("[Forward<EvB>(nameof(_sink), nameof(ToC))]")]
    [InlineData("[Forward<EvB>(nameof(_sink), As = nameof(ToC))]")]
    public void It_is_left_out_and_no_other_row(string row)
    {
        var run = GeneratorRun.OfBroken(Types, $$"""
            [GClass, Input<EvA>, Input<EvB>]
            public sealed partial class Box<T> : Base, IHolder where T : IAccept<EvB>
            {
                enum State { [On<EvA>(nameof(AcA), Next = "S1")] S0, [Ignore<EvA>] {{row}} S1 }

                private Sink? _sink; private GObj? _untyped; private Unknown? _unknown; private Plain _plain; private NotPartial? _notPartial; private NotAGObj? _notAGObj; private T? _open;
                private Sink WriteOnly { set { } } private event Action? Happens;
                Sink? IHolder.Holds => null; private Sink? Auto { get; }
                private void AcA() { }
                private static EvC ToC() => default; private static string ToText() => ""; private static EvC? ToMaybe() => null; private static EvC OfA(in EvA e) => default;
                private static EvSpan ToSpan() => default; private static EvTypo ToTypo() => default; private static E Generic<E>() => default!;
            }
            """);
        Assert.Contains("new(0, \"EvA\", Fsm_Answer.On, \"AcA\", 1, null)", run.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Fsm_Answer.Forward", run.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[Forward<EvB>(nameof(_sink), Map = nameof(ToC))]")]
    [InlineData("[Forward<EvB>(nameof(_sink), Map = nameof(ToC), Unknown = 3)]")]
    [InlineData("[Forward<EvB>(to: nameof(_sink), Map = \"ToC\", Next = Typo)]")]
    public void What_can_be_read_is_generated(string row) => Assert.Contains("this._sink, \"_sink\"", GeneratorRun.OfBroken(Types, $$"""
        [GClass, Input<EvB>]
        public sealed partial class Box : GObj
        {
            enum State { {{row}} S0 }
            private Sink? _sink;
            private static EvC ToC() => default;
        }
        """).Text, StringComparison.Ordinal);

    [Fact]
    public void What_is_obsolete_by_error_can_be_forwarded() => GeneratorRun.Of("""
        [Obsolete("No.", true)] public readonly record struct EvOld; public readonly record struct EvA;
        [GClass, Input<EvA>] public sealed partial class Box : GObj
        {
            [Obsolete("No.", true)] private Sink? _sink;
        #pragma warning disable CS0612, CS0618, CS0619, CS0649
            enum State { [Forward<EvA>("_sink")] S0 }
        }
        [GClass, Input<EvA>] public sealed partial class Sink : GObj { enum State { [Ignore<EvA>] S0 } }
        """);
}
