using Xunit;

namespace FsmKit.Tests.Snapshots;

/// <summary>Snapshots at the moment at which a timeout is due.</summary>
public sealed partial class DueTimeoutTests : IDisposable
{
    private readonly ManualTime _time = new();
    private readonly GAplic _app;

    public DueTimeoutTests() => _app = new GAplic("app", new GAplicOptions { Time = _time });

    public void Dispose() => _app.Dispose();

    [Fact]
    public void A_timeout_of_which_nothing_is_left_stands_in_the_text()
    {
        var egg = _app.Create<Egg>("egg");
        _time.Advance(TimeSpan.FromMilliseconds(40));
        var snapshot = egg.Snapshot();
        Assert.Equal(TimeSpan.Zero, Assert.Single(snapshot.Timeouts).Left);
        MustBoil(snapshot);
    }

    [Fact]
    public void So_does_one_that_came_due_while_there_was_no_gobj()
    {
        var snapshot = _app.Create<Egg>("egg").Snapshot();
        MustBoil(snapshot.Aged(snapshot.Taken + TimeSpan.FromMilliseconds(40)));
    }

    private void MustBoil(MachineSnapshot snapshot)
    {
        var again = _app.Restore<Egg>(MachineSnapshot.FromJson(snapshot.ToJson()), "again");
        _app.RunOnce();
        Assert.True(again.IsBoiled);
    }

    [GClass(Version = 1)]
    public sealed partial class Egg : GObj
    {
        public bool IsBoiled => CurrentState == State.Boiled;

        private enum State : byte
        {
            [After(40, Next = Boiled)]
            Boiling,

            [Final]
            Boiled,
        }
    }
}
