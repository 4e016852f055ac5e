namespace FsmKit.Testing.Tests.Recordings;

/// <summary>Checks that a replay in virtual time repeats a live loop in real time.</summary>
public sealed class ReplayTests
{
    /// <summary>The machine that runs the test may stop the live loop at any place for any time.</summary>
    private static readonly ReplayOptions Unhurried = new() { Tolerance = TimeSpan.FromMinutes(5) };

    [Fact]
    public async Task Events_of_another_thread_and_timeouts_lead_to_the_same_states()
    {
        using var live = new LiveLoop();
        live.Till.Post(new EvCoin(10));
        await live.Until("Paying");
        await live.Until("Idle");
        await live.Coins(50, 60);
        await live.Until("Paid");
        await live.Until("blink 3");
        live.Till.Post(new EvReset());
        await live.Until("Idle");
        live.Till.Post(new EvCoin(20));
        await live.Until("Paying");
        AssertSame(await live.End());
    }

    [Fact]
    public async Task Work_is_not_run_again_and_its_results_come_at_their_times()
    {
        var bank = new[] { "red", "green", "blue" }.ToDictionary(static card => card, static _ => new TaskCompletionSource<int>());
        var works = 0;
        using var live = new LiveLoop(x => x.Bank = card => ++works == 4 ? Task.FromResult(7) : bank[card].Task);
        live.Till.Post(new EvCheck("red"));
        await live.Until("Checking");
        live.Till.Post(new EvCoin(5));
        bank["red"].SetResult(500);
        await live.Until("Paid");
        live.Till.Post(new EvReset());
        await live.Until("Idle");
        live.Till.Post(new EvCheck("green"));
        await live.Until("Checking");
        bank["green"].SetException(new IOException("no line"));
        await live.Until("Idle");
        live.Till.Post(new EvCheck("blue"));
        await live.Until("Checking");
        live.Till.Post(new EvReset());
        await live.Until("Idle");
        live.Till.Post(new EvCheck("white"));
        await live.Until("Paid");
        var end = await live.End();
        Assert.Equal(4, works);
        AssertSame(end);
        Assert.Equal(4, works);

        // One that has ended before its method returns is inside of the entry that has begun it.
        Assert.Equal(3, end.Recording.Entries.SelectMany(static entry => (entry.Inside ?? []).Prepend(entry)).Count(static entry => entry.Kind == RecordedKind.Result));
    }

    [Fact]
    public async Task A_replay_begins_in_mid_life_where_the_ring_has_dropped_the_beginning()
    {
        using var live = new LiveLoop(options: new RecorderOptions { Capacity = 40, SnapshotEvery = 10 });
        for (var i = 0; i < 30; i++)
        {
            await live.Coins(40, 80);
            await live.Until("Paid");
            await live.Until("blink 2");
            live.Till.Post(new EvReset());
            await live.Until("Idle");
        }

        var end = await live.End();
        Assert.InRange(end.Recording.Entries.Count, 20, 40);
        Assert.True(end.Recording.Entries[0].Number > 50);
        AssertSame(end);
        AssertSame((Recording.Parse(end.Recording.ToJson()), end.Till));
        AssertSame((end.Recording.Newest(), end.Till));
    }

    [Fact]
    public async Task Parameters_are_those_of_the_program()
    {
        using var live = new LiveLoop(static x => x.Price = 30);
        await live.Coins(10, 20);
        await live.Until("Paid");
        AssertSame(await live.End());
    }

    [Fact]
    public async Task A_replay_may_end_at_an_entry_and_tells_what_happened()
    {
        using var live = new LiveLoop();
        await live.Coins(50, 60);
        await live.Until("blink 1");
        var (recording, _) = await live.End();
        var result = recording.Replay<Till>(options: Unhurried with { Until = 1 });
        Assert.Equal((1, "Paying", "1 entries came as they were recorded."), (result.Replayed, result.End!.State, result.ToString()));
        Assert.Equal(
            ["(outside) . EvCoin {\"Cents\":50} Idle Paying", ". display EvShow Dull Fresh"], result.Trace.Steps.Select(static step => $"{step.Source} {step.Target} {step.Data ?? step.Event} {step.Before} {step.After}"));
    }

    private static void AssertSame((Recording Recording, MachineSnapshot Till) end)
    {
        var result = end.Recording.Replay<Till>(static x => x.Bank = static _ => throw new InvalidOperationException("The work was run."), Unhurried);
        Assert.True(result.IsSame, result.ToString());
        Assert.Equal(end.Recording.Entries.Count(static entry => entry.Snapshot is null), result.Replayed);
        Assert.Equal(Text(end.Till), Text(result.End!));
    }

    /// <summary>All but the times.</summary>
    private static string Text(MachineSnapshot snapshot) => (snapshot with
    {
        Taken = default,
        Timeouts = [.. snapshot.Timeouts.Select(static timeout => timeout with { Left = default })],
        Children = [.. snapshot.Children.Select(static child => child with { Taken = default })],
    }).ToJson();
}
