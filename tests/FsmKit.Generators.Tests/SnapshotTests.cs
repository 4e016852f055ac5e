using System.Runtime.CompilerServices;
using FsmKit.RoslynTesting;

namespace FsmKit.Generators.Tests;

/// <summary>Text of generated code, one file of each kind. Other tests check its behaviour by running it.</summary>
public class SnapshotTests
{
    [Fact]
    public void Door() => Snapshot.Verify(GeneratorRun.Of(File.ReadAllText(DoorFile())).Text);

    [Fact]
    public void Direct() => Snapshot.Verify(Generate("""
        [GClass, Input<EvA>, Input<EvB>]
        public sealed partial class Box : GObj
        {
            private int _n;
            enum State { [On<EvA>(nameof(Ac), Next = S1), Ignore<EvB>] S0, [On<EvA>(nameof(Ac), When = nameof(Fits)), On<EvB>(Next = S0)] S1 }
            private void Ac(in EvA e) => _n += e.N;
            private bool Fits(in EvA e) => e.N > 0;
        }
        """));

    [Fact]
    public void DirectWithLife() => Snapshot.Verify(Generate("""
        [GClass, Input<EvA>]
        public sealed partial class Box : GObj
        {
            private int _n;
            enum State { [Enter(nameof(In)), Exit(nameof(Out)), On<EvA>(Next = S1)] S0, [After(100, nameof(In), Next = S0), Refuse] S1 }
            private void In() => _n++;
            private void Out() => _n--;
        }
        """));

    [Fact]
    public void Queued() => Snapshot.Verify(Generate("""
        [GClass(QueueCapacity = 8), Input<EvA>, Input<EvSpan>, Output<EvB>]
        public sealed partial class Box : GObj
        {
            enum State { [On<EvA>(nameof(AcA), Next = S1), On<EvSpan>(nameof(AcSpan))] S0, [Enter(nameof(In)), Refuse] S1 }
            private void AcA(GObj? source, in EvA e) => Publish(new EvB());
            private void AcSpan(in EvSpan e) => Publish(new EvB());
            private void In() => Publish(new EvB());
        }
        """));

    [Fact]
    public void NestedWithLife() => Snapshot.Verify(Generate("""
        [GClass(Reentrancy = Reentrancy.Nested), Input<EvA>, Output<EvB>]
        public sealed partial class Box : GObj
        {
            private TimeSpan _wait = TimeSpan.FromSeconds(1);
            enum State
            {
                [Enter(nameof(In)), Exit(nameof(Out)), On<EvA>(nameof(Ac), Next = S1)] S0,
                [After(nameof(_wait), nameof(In), Next = S0, When = nameof(Fits)), On<EvA>(nameof(Ac))] S1,
            }

            private void Ac() { Publish(new EvB()); ChangeState(State.S0); }
            private void In() { }
            private void Out() { }
            private bool Fits() => true;
        }
        """));

    [Fact]
    public void QueuedWithWork() => Snapshot.Verify(Generate("""
        [GClass, Input<EvA>, Input<EvB>]
        public sealed partial class Box : GObj
        {
            enum State
            {
                [On<EvA>(nameof(Ac), Next = S1), Refuse] S0,
                [Invoke<EvA, EvB>(nameof(WorkAsync)), Invoke<EvB, EvB>(nameof(RestAsync)), Enter(nameof(In)), On<EvA>(Next = S0), Ignore<EvB>] S1,
            }

            private System.Threading.Tasks.Task<int> WorkAsync(System.Threading.CancellationToken cancellation) => System.Threading.Tasks.Task.FromResult(1);
            private static System.Threading.Tasks.ValueTask RestAsync() => default;
            private void Ac() => Invoke(static token => System.Threading.Tasks.Task.Delay(1, token), new EvB(), static _ => new EvB());
            private void In() { }
        }
        """));

    [Fact]
    public void WithVersion() => Snapshot.Verify(Generate("""
        [GClass(Version = 2), Input<EvA>, Input<EvB>]
        public sealed partial class Box : GObj
        {
            [Kept] private int _n;
            [Kept] private DayOfWeek _day;

            enum State
            {
                [On<EvA>(nameof(Ac), Next = S1), After(1000, Next = S1)] Around,
                [Inside(Around), On<EvB>(Next = S01)] S00,
                [Inside(Around), Defer<EvB>] S01,
                [Inside(Around), History] Was,
                [On<EvA>(Next = Was), Ignore<EvB>] S1,
            }

            private void Ac() { _n++; _day = DayOfWeek.Monday; }
            private static MachineSnapshot? Migrate(MachineSnapshot old) => old;
        }
        """));

    [Fact]
    public void GenericAndNested() => Snapshot.Verify(Generate("""
        namespace My.Own;

        public partial interface IOuter<T>
        {
            [GClass, Input<EvA>]
            public sealed partial class Box<TItem> : GObj
                where TItem : class
            {
                enum State { [On<EvA>(Next = nameof(@class))] S0, [Ignore<EvA>] @class }
            }
        }
        """));

    [Fact]
    public void Parameters() => Snapshot.Verify(Generate("""
        [GClass]
        public sealed partial class Box : GObj
        {
            /// <summary>How many.</summary>
            [Parameter(Coerce = nameof(InTens), Validate = nameof(Fits))]
            public partial int Limit { get; set; } = 10;

            [Parameter(Description = "Where to.")]
            public partial System.Net.IPAddress? Address { get; private set; }

            [Parameter]
            public partial IReadOnlyList<string> Names { get; init; } = [];

            [Parameter]
            public partial Func<string?, bool>? Choose { get; set; }

            private static int InTens(int value) => value / 10 * 10;
            private static bool Fits(int value) => value > 0;
        }
        """));

    private static string Generate(string gclass) => GeneratorRun.Of(
        "public readonly record struct EvA(int N); public readonly record struct EvB; public readonly ref struct EvSpan;", gclass).Text;

    private static string DoorFile([CallerFilePath] string file = "") =>
        Path.Combine(Path.GetDirectoryName(file)!, "..", "..", "docs", "samples", "Door", "Door.cs");
}
