using Xunit;

namespace FsmKit.Tests;

/// <summary>Tests of statements of docs/runtime.md on corner cases of creating, destroying and time.</summary>
public sealed partial class GuideTests : IDisposable
{
    private readonly ManualTime _time = new();
    private readonly GAplic _app;

    public GuideTests() => _app = new GAplic("app", new GAplicOptions { Time = _time });

    public void Dispose() => _app.Dispose();

    public readonly record struct EvHello(int Number);

    public readonly record struct EvGo;

    [Fact]
    public void What_an_entry_action_publishes_at_creation_is_heard_by_who_subscribes_in_configure_and_by_no_later_one()
    {
        var (early, late) = (new List<int>(), new List<int>());
        var greeter = _app.Create<Greeter>("greeter", greeter => greeter.Subscribe<EvHello>((GObj _, in EvHello e) => early.Add(e.Number)));
        greeter.Subscribe<EvHello>((GObj _, in EvHello e) => late.Add(e.Number));
        Assert.Equal([0], early);
        Assert.Empty(late);

        greeter.Send(new EvGo());
        Assert.Equal([0, 1], early);
        Assert.Equal([1], late);
    }

    [Fact]
    public void A_guarded_timeout_whose_guard_says_no_comes_once_until_the_state_is_entered_again()
    {
        var waiter = _app.Create<Waiter>("waiter");
        _time.Advance(100, _app);
        Assert.Equal("Waiting", waiter.StateName);
        waiter.IsReady = true;
        _time.Advance(1_000, _app);
        Assert.Equal("Waiting", waiter.StateName);

        waiter.Send(new EvGo());
        _time.Advance(100, _app);
        Assert.Equal("Done", waiter.StateName);
    }

    [Fact]
    public void Destroying_runs_no_exit_actions_but_go_out()
    {
        var waiter = _app.Create<Waiter>("waiter");
        waiter.Send(new EvGo());
        Assert.Equal(["exit"], waiter.Done);
        waiter.Destroy();
        Assert.Equal(["exit", "go out"], waiter.Done);
        Assert.Equal("Waiting", waiter.StateName);
    }

    [Fact]
    public void A_state_that_is_changed_in_start_up_is_the_one_that_is_entered()
    {
        var restored = _app.Create<Waiter>("waiter", static waiter => waiter.Restores = true);
        Assert.Equal("Done", restored.StateName);
        Assert.Equal(["enter done"], restored.Done);
        _time.Advance(1_000, _app);
        Assert.Equal("Done", restored.StateName);
    }

    [Fact]
    public void A_clock_that_jumps_over_several_timeouts_fires_one_and_arms_the_next_from_now()
    {
        var blinker = _app.Create<Blinker>("blinker");
        _time.Advance(TimeSpan.FromSeconds(60));
        _app.RunOnce();
        Assert.Equal("On", blinker.StateName);
        _time.Advance(TimeSpan.FromSeconds(9));
        _app.RunOnce();
        Assert.Equal("On", blinker.StateName);
        _time.Advance(TimeSpan.FromSeconds(1));
        _app.RunOnce();
        Assert.Equal("Off", blinker.StateName);

        // Second by second each timeout has its time.
        for (var second = 0; second < 30; second++)
        {
            _time.Advance(1_000, _app);
        }

        Assert.Equal(5, blinker.Changes);
    }

    [Fact]
    public void A_post_answers_that_the_event_is_queued() =>
        Assert.Equal(Outcome.Queued, _app.Create<Probe>().Post(new EvPing(1)));

    [GClass, Input<EvGo>, Output<EvHello>]
    public sealed partial class Greeter : GObj
    {
        private int _count;

        private enum State : byte
        {
            [Enter(nameof(AcGreet))]
            [On<EvGo>(Next = Here)]
            Here,
        }

        private void AcGreet() => Publish(new EvHello(_count++));
    }

    [GClass, Input<EvGo>]
    public sealed partial class Waiter : GObj
    {
        public bool IsReady { get; set; }

        public bool Restores { get; set; }

        public List<string> Done { get; } = [];

        private enum State : byte
        {
            [After(100, Next = State.Done, When = nameof(IsReadyNow))]
            [On<EvGo>(Next = Waiting)]
            [Exit(nameof(AcExit))]
            Waiting,

            [Enter(nameof(AcEnter))]
            [Final]
            Done,
        }

        protected override void StartUp()
        {
            if (Restores)
            {
                ChangeState(State.Done);
            }
        }

        protected override void GoOut() => Done.Add("go out");

        private bool IsReadyNow() => IsReady;

        private void AcExit() => Done.Add("exit");

        private void AcEnter() => Done.Add("enter done");
    }

    [GClass, Input<EvGo>]
    public sealed partial class Blinker : GObj
    {
        public int Changes { get; private set; }

        private enum State : byte
        {
            [After(10_000, nameof(AcChange), Next = On)]
            [Ignore<EvGo>]
            Off,

            [After(10_000, nameof(AcChange), Next = Off)]
            [Ignore<EvGo>]
            On,
        }

        private void AcChange() => Changes++;
    }
}
