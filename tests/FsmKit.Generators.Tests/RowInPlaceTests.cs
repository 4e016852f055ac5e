using FsmKit.RoslynTesting;

namespace FsmKit.Generators.Tests;

/// <summary>Rows without a queue in a gclass that has one: rows whose own action leads nowhere.</summary>
public class RowInPlaceTests
{
    [Theory]
    [InlineData("[On<EvA>(nameof(AcCount), Next = S1)]")]
    [InlineData("[On<EvA>(Next = S1)]")]
    [InlineData("[On<EvA>(nameof(AcCount), When = nameof(IsLarge))]")]
    [InlineData("[On<EvA>(nameof(AcPlain))]")]
    [InlineData("[On<EvA>(nameof(AcRaise))]")]
    [InlineData("[On<EvA>(nameof(AcAgain))]")]
    [InlineData("[On<EvA>(nameof(AcCount), When = nameof(Divides))]")]
    public void An_action_that_leads_nowhere_has_no_method_around_it(string row)
    {
        Assert.DoesNotContain("Row0_S0", Generated(row));
        Assert.DoesNotContain("Row0_S0", Generated(row, gclass: "Reentrancy = Reentrancy.Nested"));
    }

    [Theory]
    [InlineData("[On<EvA>(nameof(AcTell))]")]
    [InlineData("[On<EvA>(nameof(AcCount), When = nameof(Asks))]", "")]
    [InlineData("[On<EvA>(nameof(AcCook))]")]
    [InlineData("[On<EvA>(nameof(AcCheck))]")]
    [InlineData("[On<EvA>(nameof(AcStart))]")]
    [InlineData("[On<EvA>(nameof(AcWrite))]")]
    [InlineData("[On<EvA>(nameof(AcName))]")]
    [InlineData("[On<EvA>(nameof(AcNow))]")]
    [InlineData("[On<EvA>(nameof(AcTrace))]")]
    [InlineData("[On<EvA>(nameof(AcCount), Next = S1)]", "[Enter(nameof(AcTell))]")]
    [InlineData("[On<EvA>(nameof(AcChange))]", "[Enter(nameof(AcTell))]")]
    public void Whatever_may_lead_back_stays_in_the_queued_lane(string row, string second = "")
    {
        var generated = Generated(row, second);
        Assert.Contains("Row0_S0", generated);
        Assert.Contains("Settle", generated);
    }

    [Fact]
    public void A_silence_of_a_fixed_length_begins_anew_in_place()
    {
        var generated = Generated("[On<EvA>(nameof(AcCount))]", more: "[Idle(30)]", change: "_n++");
        Assert.DoesNotContain("Row0_S0", generated);
        Assert.Contains("Fsm_Arm_Timeout2();\n", generated);
    }

    [Fact]
    public void A_silence_whose_length_is_asked_has_a_method_around_it() =>
        Assert.Contains("Row0_S0", Generated("[On<EvA>(nameof(AcCount))]", more: "[Idle(nameof(Length))]", change: "_n++"));

    private static string Generated(string row, string second = "", string gclass = "", string more = "", string change = "ChangeState(State.S1)") => GeneratorRun.Of($$"""
        public readonly record struct EvA(int N);
        public readonly record struct EvB;
        public readonly record struct EvOut;

        [GClass({{gclass}}), Input<EvA>, Input<EvB>, Output<EvOut>]
        public sealed partial class Box : GObj
        {
            private int _n;
            private string _text = "";
            private DateTimeOffset _now;
            private TimeSpan Length => TimeSpan.Zero;
            public string Text => _text + _now;
            enum State
            {
                {{row}}
                [On<EvB>(nameof(AcTell))]
                [Refuse]
                {{more}}
                S0,
                {{second}}
                [Refuse]
                S1,
            }

            [Parameter(Coerce = nameof(Cook))] public partial int Cooked { get; set; }
            [Parameter(Coerce = nameof(Raise))] public partial int Raised { get; set; }
            [Parameter(Validate = nameof(Check))] public partial int Checked { get; set; }
            protected override void StartUp() => Publish(new EvOut());
            private bool Check(int n) { Publish(new EvOut()); return true; }
            private int Cook(int n) { Publish(new EvOut()); return n; }
            private int Raise(int n) => n + 1;
            private bool IsLarge(in EvA e) => e.N > _n;
            private bool Divides(in EvA e) => _n / e.N > 3;
            private bool Asks() { Publish(new EvOut()); return true; }
            private void AcCount(in EvA e) => _n += e.N;
            private void AcPlain() => _n++;
            private void AcAgain() { StopTimer<EvA>(); StartTimer(TimeSpan.FromSeconds(1), new EvB()); }
            private void AcTell() => Publish(new EvOut());
            private void AcCook() => Cooked = 3;
            private void AcRaise() => Raised = 3;
            private void AcCheck() => Checked = 3;
            private void AcStart() => StartUp();
            private void AcWrite() => WriteParameter("Cooked", "3");
            private void AcName() => _text = StateName;
            private void AcNow() => _now = Now;
            private void AcTrace() => TraceMachine = MachineTraceLevel.Events;
            private void AcChange() => {{change}};
        }
        """).Text;
}
