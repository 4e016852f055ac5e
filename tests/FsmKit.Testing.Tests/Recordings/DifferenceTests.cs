using FsmKit.TestShared;
using Dear = FsmKit.Testing.Tests.Recordings.Turnstiles.Dear.Turnstile;
using Recorded = FsmKit.Testing.Tests.Recordings.Turnstiles.Recorded.Turnstile;
using Silent = FsmKit.Testing.Tests.Recordings.Turnstiles.Silent.Turnstile;

namespace FsmKit.Testing.Tests.Recordings;

/// <summary>Differences that a replay reports: for a machine that has changed, or for a recording of another machine.</summary>
public sealed class DifferenceTests : IDisposable
{
    private readonly ManualTime _time = new();
    private readonly GAplic _app;
    private readonly Recorded _turnstile;

    public DifferenceTests()
    {
        _app = new GAplic("app", new GAplicOptions { Time = _time });
        _turnstile = _app.Create<Recorded>("north");
    }

    public void Dispose() => _app.Dispose();

    [Fact]
    public void Another_next_state_is_told_with_the_rows_and_the_changes_of_the_table()
    {
        var recording = Record(() => _turnstile.Send(new Turnstiles.EvPay(50)));
        AssertDifference(
            recording.Replay<Dear>(),
            """
            Entry 1, at 00:00:01.000: EvBell came in Open when it was recorded, and comes in Locked now, out of the row of EvPay {"Cents":50} in Locked. Now Locked has: EvPay [IsEnough] / AcPay -> Open; EvPay / AcPay.
            The table of Turnstile has changed since it was recorded:
            """);
    }

    [Fact]
    public void A_timeout_that_is_due_earlier_is_told()
    {
        var recording = Record(() => _turnstile.Send(new Turnstiles.EvPay(100)), () => Pass(2000));
        AssertDifference(recording.Replay<Dear>(), "Entry 2, at 00:00:03.000: before it, After(1000) is due at 00:00:02.000 now, in Open, and did not come when it was recorded.");
        Assert.True(recording.Replay<Recorded>().IsSame);
    }

    [Fact]
    public void A_timeout_that_should_have_come_before_an_event_is_told()
    {
        var recording = Record(() => _turnstile.Send(new Turnstiles.EvPay(100)), () => Pass(1500), () => _turnstile.Send(new Turnstiles.EvPush()));
        AssertDifference(recording.Replay<Dear>(), "Entry 2, at 00:00:02.500: before it, After(1000) is due at 00:00:02.000 now, in Open, and did not come when it was recorded.");
        Assert.True(recording.Replay<Recorded>().IsSame);
    }

    [Fact]
    public void An_event_that_is_not_sent_any_more_is_told()
    {
        var recording = Record(() => _turnstile.Send(new Turnstiles.EvPay(50)));
        AssertDifference(recording.Replay<Silent>(), "Entry 1, at 00:00:01.000: EvBell came out of the row of EvPay {\"Cents\":50} when it was recorded, and does not come now.");
    }

    [Fact]
    public void An_event_that_is_no_input_any_more_is_told()
    {
        var recording = Record(() => _turnstile.Send(new Turnstiles.EvBell()));
        AssertDifference(recording.Replay<Silent>(), "Entry 1, at 00:00:01.000: EvBell came when it was recorded, and cannot be sent now: Turnstile has no input EvBell any more that could be sent.");
    }

    [Fact]
    public void An_event_that_is_refused_now_is_told()
    {
        var recording = Record(() => _turnstile.Send(new Turnstiles.EvPush()));
        AssertDifference(recording.Replay<Silent>(), "Entry 1, at 00:00:01.000: EvPush in Locked was ignored and stayed in Locked when it was recorded, and was refused and stayed in Locked now. No row of Locked answers EvPush now.");
    }

    [Fact]
    public void A_state_that_is_gone_is_told_where_the_recording_begins_in_it()
    {
        _turnstile.Send(new Turnstiles.EvPay(50));
        AssertDifference(Record(() => _turnstile.Send(new Turnstiles.EvPush())).Replay<Silent>(), "The snapshot that the recording begins with cannot be restored: ");
    }

    [Fact]
    public void A_kept_member_with_another_value_is_told_at_the_next_snapshot()
    {
        var recording = Record(new RecorderOptions { SnapshotEvery = 1 }, () => _turnstile.Send(new Turnstiles.EvBell()), () => _app.RunOnce());
        var last = recording.Entries[^1];
        var edited = recording with { Entries = [.. recording.Entries.SkipLast(1), last with { Snapshot = last.Snapshot!.Keep("Pushes", "3") }] };
        AssertDifference(edited.Replay<Recorded>(), "Entry 1, at 00:00:01.000: in the snapshot after it, 'Pushes' was 3, and is 0 now.");
        Assert.True(edited.Replay<Recorded>(options: new ReplayOptions { ComparesKept = false }).IsSame);
    }

    [Fact]
    public void An_edited_recording_differs_where_it_was_edited()
    {
        var recording = Record(() => _turnstile.Send(new Turnstiles.EvPay(50)), () => _turnstile.Send(new Turnstiles.EvPush()));
        var edited = Recording.Parse(recording.ToJson().Replace("\"event\":\"EvPush\",\"before\":\"Open\",\"after\":\"Locked\"", "\"event\":\"EvPush\",\"before\":\"Open\",\"after\":\"Open\"", StringComparison.Ordinal));
        var result = edited.Replay<Recorded>();
        AssertDifference(result, "Entry 2, at 00:00:01.000: EvPush in Open stayed in Open when it was recorded, and led to Locked now. Now Open has: EvPush / AcPush -> Locked.");
        Assert.Equal((1, edited.Entries[2]), (result.Replayed, result.Difference!.Entry));
    }

    [Fact]
    public void What_a_gobj_outside_sends_back_while_a_row_runs_is_sent_after_the_row()
    {
        var guard = _app.Create<Turnstiles.Guard>("guard");
        guard.Turnstile = guard.Create<Recorded>("south");
        var recorder = Recorder.Attach(guard.Turnstile);
        guard.Turnstile.Send(new Turnstiles.EvPay(50));
        guard.Turnstile.Send(new Turnstiles.EvPush());
        var recording = recorder.ToRecording();
        var inside = recording.Entries[^1].Inside!;
        Assert.Equal([(RecordedKind.Event, "EvPay"), (RecordedKind.Inner, "EvBell")], inside.Select(static entry => (entry.Kind, entry.Event)));
        Assert.Equal("GAplic:app.Guard:guard", inside[0].Source);
        Assert.Equal("Open", recording.Entries[^1].After);
        var result = recording.Replay<Recorded>();
        Assert.True(result.IsSame, result.ToString());
        Assert.Equal("Open", result.End!.State);
    }

    [Fact]
    public void An_event_that_could_not_be_written_halts_the_replay()
    {
        var till = _app.Create<Till>("till");
        using var recorder = Recorder.Attach(till);
        till.Send(new EvReset());
        till.Send(new EvCall(() => { }));
        till.Send(new EvReset());
        var result = recorder.ToRecording().Replay<Till>();
        Assert.StartsWith("The replay cannot go on beyond entry 2, at 00:00:00.000: EvCall was recorded by its name only. Till:till cannot keep the event EvCall that is recorded: ", result.HaltReason, StringComparison.Ordinal);
        Assert.Equal((false, 1), (result.IsSame, result.Replayed));
        Assert.StartsWith(result.HaltReason!, result.ToString(), StringComparison.Ordinal);
    }

    private static void AssertDifference(ReplayResult result, string begin)
    {
        Assert.False(result.IsSame);
        Assert.StartsWith(begin.ReplaceLineEndings("\n"), result.Difference!.Message, StringComparison.Ordinal);
        Assert.StartsWith(result.Difference.Message, result.ToString(), StringComparison.Ordinal);
    }

    private Recording Record(params Action[] steps) => Record(new RecorderOptions(), steps);

    private Recording Record(RecorderOptions options, params Action[] steps)
    {
        Pass(1000);
        using var recorder = Recorder.Attach(_turnstile, options);
        foreach (var step in steps)
        {
            step();
        }

        return recorder.ToRecording();
    }

    /// <summary>Lets the loop look at its timers every 50 ms, as one does that is in time.</summary>
    private void Pass(int milliseconds)
    {
        for (; milliseconds > 0; milliseconds -= 50)
        {
            _time.Advance(TimeSpan.FromMilliseconds(50));
            _app.RunOnce();
        }
    }
}
