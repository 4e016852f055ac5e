namespace FsmKit.Generators.Tests;

/// <content>Targets and silences.</content>
public partial class ForwardTests
{
    [Fact]
    public void The_target_is_any_member_that_accepts_the_event() => Assert.Equal(
        "a1 a2 a3 a4 a5 Handled", Play("""
        public abstract class Base : GObj { protected Sink OfBase { get; } = null!; protected IAccept<EvA> Any => Sink.Of(this); }
        public interface IEar : IAccept<EvA>;

        [GClass, Input<EvA>]
        public sealed partial class Sink : GObj, IEar
        {
            public static Sink? Last;
            public static Sink Of(GObj parent) => Last ??= parent.Create<Sink>();
            enum State { [On<EvA>(nameof(Take))] S0 }
            private void Take(in EvA e) => Say($"a{e.N}");
        }

        [GClass, Input<EvA>]
        public sealed partial class House<T> : Base
            where T : class, IEar
        {
            private static Sink? @static => Sink.Last;
            private T? _generic;
            private IEar? _ear;
            [Parameter] public partial Sink? Given { get; set; }
            enum State
            {
                [Forward<EvA>(nameof(Any), Next = "S1")] S0, [Forward<EvA>(nameof(@static), Next = "S2")] S1, [Forward<EvA>(nameof(_generic), Next = "S3")] S2,
                [Forward<EvA>(nameof(_ear), Next = "S4")] S3, [Forward<EvA>(nameof(Given))] S4,
            }
            public void Fill() { _ear = Sink.Last; Given = Sink.Last; _generic = (T)(object)Sink.Last!; }
        }
        """, """
        var house = app.Create<House<Sink>>(); var outcome = house.Send(new EvA(1)); house.Fill();
        for (var n = 2; n < 6; n++) outcome = house.Send(new EvA(n)); Say(outcome);
        """));

    [Fact]
    public void It_ends_a_silence() => Assert.Equal(
        "a S0 S1", Play(WithDoor("""
        [GClass, Input<EvA>]
        public sealed partial class House : GObj
        {
            public Door? Door;
            enum State { [Idle(100, Next = S1), Forward<EvA>(nameof(Door))] S0, [Refuse] S1 }
        }
        """), """
        var house = app.Create<House>(); house.Door = house.Create<Door>();
        time.Advance(90, app); house.Send(new EvA()); time.Advance(90, app); Say(house.StateName); time.Advance(10, app); Say(house.StateName);
        """));
}
