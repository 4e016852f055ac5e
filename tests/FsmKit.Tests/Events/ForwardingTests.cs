using FsmKit.TestShared;
using Xunit;

namespace FsmKit.Tests;

/// <summary>Events that are passed on: their cost, and the log without a target.</summary>
public sealed partial class ForwardingTests
{
    [Fact]
    public void The_log_says_what_has_no_target()
    {
        var log = new StringWriter();
        using var app = new GAplic(new GAplicOptions { Logger = new TextLogger(log) });
        Assert.Equal(Outcome.Refused, app.Create<Relay>("relay").Send(new EvDown(1)));
        Assert.Contains(
            "EvDown is refused: Relay:relay is in state Relaying and forwards it to Lamp, which is null. Set that before the event comes, or guard the row with When.", log.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void An_event_that_is_passed_on_allocates_nothing()
    {
        using var app = new GAplic();
        var ear = app.Create<Listener>();
        var relay = ear.Create<Relay>();
        relay.Lamp = relay.Create<Bulb>();
        var bytes = new byte[4];
        Assert.Equal(0, Allocation.Of(() =>
        {
            for (var i = 0; i < 100; i++)
            {
                relay.Send(new EvDown(1));
                relay.Send(new EvName(1));
                relay.Send(new EvLoan(bytes));
                relay.Lamp.Tell(bytes);
            }
        }));
        Assert.True(relay.Lamp.Sum > 0 && relay.Lamp.Sum % 600 == 0 && ear.Sum > 0 && ear.Sum % 500 == 0, $"{relay.Lamp.Sum} {ear.Sum}");
    }

    [Fact]
    public void The_nested_lane_allocates_nothing_either()
    {
        using var app = new GAplic();
        var nested = app.Create<NestedRelay>();
        nested.Lamp = nested.Create<Bulb>();
        Assert.Equal(0, Allocation.Of(() => nested.Send(new EvDown(1))));
        Assert.True(nested.Lamp.Sum > 0);
    }

    internal readonly record struct EvDown(int Number);

    internal readonly record struct EvName(int Number);

    internal readonly record struct EvUp(int Number);

    internal readonly ref struct EvLoan(ReadOnlySpan<byte> bytes)
    {
        public ReadOnlySpan<byte> Bytes { get; } = bytes;
    }

    [GClass, Input<EvDown>, Input<EvName>, Input<EvLoan>, Input<EvUp>, Output<EvLoan>, Output<EvUp>]
    internal sealed partial class Relay : GObj
    {
        public Bulb? Lamp { get; set; }

        private enum State : byte
        {
            [Forward<EvDown>(nameof(Lamp)), Forward<EvName>(nameof(Lamp), Map = nameof(Named)), Forward<EvUp>]
            [Forward<EvLoan>(nameof(Lamp), When = nameof(IsEven)), Forward<EvLoan>]
            Relaying,
        }

        private static EvDown Named(in EvName e) => new(e.Number);

        private static bool IsEven(in EvLoan e) => e.Bytes.Length % 2 == 0;
    }

    [GClass(Reentrancy = Reentrancy.Nested), Input<EvDown>]
    internal sealed partial class NestedRelay : GObj
    {
        public Bulb? Lamp { get; set; }

        private enum State : byte
        {
            [Forward<EvDown>(nameof(Lamp))] Relaying,
        }
    }

    [GClass, Input<EvDown>, Input<EvLoan>, Output<EvLoan>, Output<EvUp>]
    internal sealed partial class Bulb : GObj
    {
        public int Sum { get; private set; }

        private enum State : byte
        {
            [On<EvDown>(nameof(Take)), On<EvLoan>(nameof(TakeLoan))] Dark,
        }

        public void Tell(byte[] bytes)
        {
            Publish(new EvUp(2));
            Publish(new EvLoan(bytes.AsSpan(1)));
        }

        private void Take(in EvDown e) => Sum += e.Number;

        private void TakeLoan(in EvLoan e) => Sum += e.Bytes.Length;
    }

    [GClass, Input<EvUp>, Input<EvLoan>]
    internal sealed partial class Listener : GObj
    {
        public int Sum { get; private set; }

        private enum State : byte
        {
            [On<EvUp>(nameof(Hear)), On<EvLoan>(nameof(HearLoan))] Listening,
        }

        private void Hear(in EvUp e) => Sum += e.Number;

        private void HearLoan(in EvLoan e) => Sum += e.Bytes.Length;
    }
}
