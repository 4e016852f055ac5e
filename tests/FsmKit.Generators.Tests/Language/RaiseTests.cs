namespace FsmKit.Generators.Tests;

/// <summary>Checks that events of a gobj to itself come before events of others to it.</summary>
public class RaiseTests
{
    private const string Box = """
        public readonly record struct EvGo(Box Box); public readonly record struct EvElse;

        [GClass, Input<EvA>, Input<EvB>, Input<EvGo>]
        public sealed partial class Box : GObj
        {
            enum State { [On<EvA>(nameof(TakeA)), On<EvB>(nameof(TakeB)), On<EvGo>(nameof(Go))] Idle }
            private void Go(in EvGo e)
            {
                Say(SendExtensions.Send(e.Box, new EvA(1)));
                Say(Raise(new EvB()));
                Say(Send(this, new EvA(2)));
                SendExtensions.Send(e.Box, new EvA(3));
                Note("gone");
            }

            private void TakeA(in EvA e) { Note($"a{e.N}"); if (e.N == 2) Raise(new EvA(4)); }
            private void TakeB() => Note("b");
            public Outcome Outside() => Raise(new EvB());
            public void Undeclared() => Raise(new EvElse());
            //Note
        }
        """;

    [Fact]
    public void It_comes_first_in_the_order_in_which_it_was_sent() => Assert.Equal(
        "Queued Queued Queued gone b a2 a4 a1 a3", Lanes.Play("Queued", Box, "var box = app.Create<Box>(); box.Send(new EvGo(box));"));

    [Fact]
    public void Outside_of_an_action_it_is_handled_at_once() => Assert.Equal("b Handled", Lanes.Play("Queued", Box, "Say(app.Create<Box>().Outside());"));

    [Fact]
    public void An_event_that_is_no_input_is_an_error_that_says_what_to_do() => Assert.Equal(
        "EvElse is no input event of Box:, so it could not be raised: declare it with [Input<EvElse>] on Box and say what it does, as in [On<EvElse>(nameof(AcRaised))].", Lanes.Play(
            "Queued", Box, "try { app.Create<Box>().Undeclared(); } catch (GObjException x) { Say(x.Message); }"));
}
