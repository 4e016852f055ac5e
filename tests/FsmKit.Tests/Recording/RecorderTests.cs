using Xunit;

namespace FsmKit.Tests.Recordings;

/// <summary>Entries that a recorder keeps of the input of a gobj.</summary>
public sealed class RecorderTests : IDisposable
{
    private readonly ManualTime _time = new();
    private readonly GAplic _app;
    private readonly Basket _basket;

    public RecorderTests()
    {
        _app = new GAplic("app", new GAplicOptions { Time = _time });
        _basket = _app.Create<Basket>("red");
    }

    public void Dispose() => _app.Dispose();

    [Fact]
    public void Events_timeouts_and_posts_of_its_own_are_kept_with_what_they_led_to()
    {
        _time.Pass(100, _app);
        using var recorder = Recorder.Attach(_basket);
        _basket.Send(new EvPut(2));
        _app.RunOnce();
        _basket.Wait(40);
        _time.Pass(50, _app);
        _basket.Post(new EvPut(3));
        _app.RunOnce();
        _time.Pass(501, _app);
        Assert.Equal(
            [
                "0 00:00:00.1000000 Snapshot",
                "1 00:00:00.1000000 Event EvPut {\"Number\":2} Empty Full [Inner tag EvTick Even Odd]",
                "2 00:00:00.1000000 Own tag EvTick Odd Even",
                "3 00:00:00.1500000 Timeout EvTick Full Empty due 00:00:00.1400000",
                "4 00:00:00.1500000 Event EvPut {\"Number\":3} Empty Full [Inner tag EvTick Even Odd]",
                "5 00:00:00.6510000 Own tag EvTick Odd Even",
                "6 00:00:00.6510000 Timeout After(500) Full Empty due 00:00:00.6500000 timer 0",
            ],
            recorder.ToRecording().Entries.Select(Text).Order(StringComparer.Ordinal));
        Assert.Equal(6, recorder.Count);
    }

    [Fact]
    public void The_ring_holds_so_many_entries_and_begins_with_a_snapshot()
    {
        using var recorder = Recorder.Attach(_basket, new RecorderOptions { Capacity = 20, SnapshotEvery = 5 });
        for (var i = 0; i < 100; i++)
        {
            _basket.Send(new EvTick());
            _app.RunOnce();
            var entries = recorder.ToRecording().Entries;
            Assert.InRange(entries.Count, 1, 20);
            Assert.NotNull(entries[0].Snapshot);
            Assert.Equal(i + 1, entries[^1].Number);
        }

        Assert.Equal(100, recorder.Count);
        Assert.InRange(recorder.ToRecording().Entries.Count, 14, 20);
    }

    [Fact]
    public void Where_no_snapshot_can_be_renewed_the_ring_begins_anew_with_the_next_one()
    {
        using var recorder = Recorder.Attach(_basket, new RecorderOptions { Capacity = 8, SnapshotEvery = 4 });
        _basket.Wait(1_000_000);
        _basket.Post(new EvCall(() => { }));
        _basket.Does = () => _basket.Post(new EvCall(() => { }));
        for (var i = 0; i < 10; i++)
        {
            _basket.Send(new EvPut(1));
            _app.RunOnce();
        }

        Assert.StartsWith("no snapshot could be taken: Basket:red cannot keep the event EvCall that waits", recorder.Trouble, StringComparison.Ordinal);
        Assert.Empty(recorder.ToRecording().Entries);
        _basket.Does = null;
        for (var i = 0; i < 10; i++)
        {
            _basket.Send(new EvTick());
            _app.RunOnce();
        }

        Assert.NotNull(recorder.ToRecording().Entries[0].Snapshot);
    }

    [Fact]
    public void An_event_that_cannot_be_written_is_kept_by_its_name_with_the_reason()
    {
        using var recorder = Recorder.Attach(_basket);
        _basket.Send(new EvCall(() => { }));
        _basket.Send(new EvCall(() => { }));
        _basket.Send(new EvBytes("abc"u8));
        _basket.Tag!.Send(new EvPut(1));
        var entries = recorder.ToRecording().Entries.Skip(1).ToList();
        Assert.Equal(["EvCall", "EvCall", "EvBytes", "EvPut"], entries.Select(static entry => entry.Event));
        Assert.All(entries, static entry => Assert.Null(entry.Value));
        Assert.StartsWith("Basket:red cannot keep the event EvCall that is recorded: nothing says how a EvCall stands in JSON.", entries[1].LossReason, StringComparison.Ordinal);
        Assert.Equal("It borrows memory, and so cannot be written.", entries[2].LossReason);
        Assert.StartsWith("Tag has no version", entries[3].LossReason, StringComparison.Ordinal);
    }

    [Fact]
    public void An_exception_of_an_action_is_kept_and_goes_on()
    {
        _basket.Does = static () => throw new InvalidOperationException("broken");
        using var recorder = Recorder.Attach(_basket);
        Assert.Throws<InvalidOperationException>(() => _basket.Send(new EvPut(1)));
        Assert.Equal("InvalidOperationException: broken", recorder.ToRecording().Entries[1].Fault);
    }

    [Fact]
    public void A_loop_has_one_recorder_and_a_disposed_one_keeps_what_it_has()
    {
        var other = _app.Create<Basket>("blue");
        var recorder = Recorder.Attach(_basket);
        Assert.Equal("GAplic:app has a recorder already, of Basket:red. A loop has one at a time: dispose that one, or record a gobj above both.", Assert.Throws<GObjException>(() => Recorder.Attach(other)).Message);
        _basket.Send(new EvTick());
        other.Send(new EvTick());
        recorder.Dispose();
        recorder.Dispose();
        _basket.Send(new EvTick());
        Assert.False(recorder.IsAttached);
        Assert.Equal(1, recorder.Count);
        Assert.Equal(2, recorder.ToRecording().Entries.Count);
        Recorder.Attach(other).Dispose();
    }

    [Fact]
    public void A_recorder_ends_with_its_gobj()
    {
        var recorder = Recorder.Attach(_basket);
        var other = _app.Create<Basket>("blue");
        _basket.Destroy();
        other.Send(new EvTick());
        Assert.False(recorder.IsAttached);
        Assert.Null(recorder.Trouble);
    }

    [Fact]
    public void What_has_no_version_or_is_inside_a_transition_cannot_be_recorded()
    {
        Assert.Throws<MachineSnapshotException>(() => Recorder.Attach(_basket.Tag!));
        Exception? thrown = null;
        _basket.Does = () => thrown = Record.Exception(() => Recorder.Attach(_basket));
        _basket.Send(new EvPut(1));
        Assert.StartsWith("Basket:red is inside a transition", Assert.IsType<GObjException>(thrown).Message, StringComparison.Ordinal);
        Recorder.Attach(_basket).Dispose();
    }

    private static string Text(RecordedEntry entry) => string.Concat(
        entry.Number > 0 || entry.Snapshot is not null ? $"{entry.Number} {entry.At:c} " : "",
        string.Join(' ', new[] { entry.Kind.ToString(), entry.Target, entry.Event, entry.Value?.Json, entry.Before, entry.After }.Where(static text => text is { Length: > 0 })),
        entry.Due is { } due ? $" due {due:c}" : "",
        entry.Timer is { } timer ? $" timer {timer}" : "",
        entry.Inside is { } inside ? $" [{string.Join(", ", inside.Select(Text))}]" : "");
}
