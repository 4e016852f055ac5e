using FsmKit.Net;

namespace FsmKit.Testing.Replays;

/// <summary>One replay: a loop that is stepped by hand, a gobj on it, and the recorded entries one by one.</summary>
internal sealed partial class ReplayRun : IDisposable
{
    private readonly Recording _recording;
    private readonly ReplayOptions _options;
    private readonly ReplayClock _clock;
    private readonly GAplic _loop;
    private readonly List<RecordedEntry> _entries;
    private readonly Dictionary<MachineDescription, EventTexts> _texts = [];
    private GObjPaths _paths = null!;
    private ReplayTimers _timers = null!;
    private ReplayCheck _check = null!;

    public ReplayRun(Recording recording, ReplayOptions options)
    {
        (_recording, _options) = (recording, options);
        _entries = [.. recording.Entries.TakeWhile(entry => !(entry.Number > options.Until))];
        _clock = new ReplayClock(_entries[0]);
        _loop = new GAplic("replay", new GAplicOptions
        {
            Time = _clock.Time,
            StallThreshold = Timeout.InfiniteTimeSpan,
            HoldsWork = true,
            SocketReactor = () => new MemoryReactor(new MemoryNetwork(_clock.Time)),
        });
    }

    public void Dispose() => _loop.Dispose();

    public ReplayResult Run<T>(Action<T>? configure)
        where T : GObj, new()
    {
        T gobj;
        try
        {
            gobj = (_options.Parent?.Invoke(_loop) ?? _loop).Restore<T>(_entries[0].Snapshot!, configure: made => Configure(made, configure));
        }
        catch (MachineSnapshotException x)
        {
            return Result(0, new RecordingDifference(_entries[0], null, $"The snapshot that the recording begins with cannot be restored: {x.Message}"), gobj: null);
        }

        _paths = new GObjPaths(gobj);
        _timers = new ReplayTimers(_paths, _clock, _options.Tolerance);
        _check = new ReplayCheck(_recording, _clock, _paths) { Send = SendInside };
        var recorder = Recorder.ForReplay(gobj, _check);
        var replayed = 0;
        for (var at = 1; at < _entries.Count && !_check.IsOver; at++)
        {
            _check.BeginTurn(_entries[at]);
            Replay(at, gobj);
            replayed += _check.IsOver || _entries[at].Snapshot is not null ? 0 : 1;
        }

        recorder.Dispose();
        if (recorder.Trouble is { } trouble)
        {
            throw new InvalidOperationException($"The replay itself has failed: {trouble}");
        }

        return Result(replayed, _check.Difference, gobj);
    }

    private ReplayResult Result(int replayed, RecordingDifference? difference, GObj? gobj)
    {
        MachineSnapshot? end = null;
        try
        {
            end = gobj?.Snapshot(children: true);
        }
        catch (GObjException)
        {
            // The gobj is destroyed, or a part of it cannot be written.
        }

        return new ReplayResult { Replayed = replayed, Difference = difference, HaltReason = gobj is null ? null : _check.HaltReason, End = end, Trace = gobj is null ? new Trace([]) : _check.Trace };
    }

    private void Configure<T>(T gobj, Action<T>? configure)
        where T : GObj
    {
        foreach (var (name, text) in _recording.Parameters)
        {
            if (gobj.Machine.FindParameter(name) is { IsText: true })
            {
                try
                {
                    gobj.WriteParameter(name, text);
                }
                catch (ParameterException)
                {
                    // The parameter does not accept the recorded value any more: the default stays.
                }
            }
        }

        configure?.Invoke(gobj);
    }

    private void Replay(int at, GObj gobj)
    {
        var entry = _entries[at];
        if (entry.Snapshot is { } then)
        {
            Compare(entry, then, gobj);
            return;
        }

        if (_loop.UntilTimers + _options.Tolerance < _clock.Of(entry.At) - _clock.Now && _timers.FindEarly(entry, _entries.Skip(at)) is var (owner, timer))
        {
            var name = new RecordedEntry { Kind = RecordedKind.Timeout, Target = _paths.Of(owner), Event = ReplayTimers.Name(owner, timer), Before = owner.StateName };
            _check.Differ(entry, name, $"before it, {Explanation.Named(name)} is due at {Explanation.Time(_timers.Due(timer))} now, in {owner.StateName}, and did not come when it was recorded.{_check.Explain(name)}");
            return;
        }

        _clock.GoTo(entry.At);
        if (!IsLatePost(entry, at))
        {
            Come(entry);
        }

        if (!_check.IsOver && !_check.HasCome)
        {
            _check.Differ(entry, null, $"{Explanation.Named(entry)} came when it was recorded, and is not taken now.{_check.Explain(entry)}");
        }
    }

    private void Compare(RecordedEntry entry, MachineSnapshot then, GObj gobj)
    {
        _paths.Forget();
        MachineSnapshot now;
        try
        {
            now = gobj.Snapshot(children: true);
        }
        catch (GObjException)
        {
            return;
        }

        if (then.Version == now.Version && SnapshotComparison.Find(then, now, _options.ComparesKept) is { } difference)
        {
            _check.Differ(entry, null, $"in the snapshot after it, {difference}.");
        }
    }
}
