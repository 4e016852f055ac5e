using System.Collections.Concurrent;

namespace FsmKit;

/// <summary>
/// Keeps what enters a gobj and the gobjs below it while the program runs: events, timeouts, results of asynchronous work, each with what it led to. FsmKit.Testing replays
/// it. docs/recording.md is the guide.
/// </summary>
/// <remarks>
/// While it is attached, all gobjs of the loop take the slow lane of dispatch; a loop without a recorder pays nothing. A recorder never disturbs what it records: what it
/// cannot do is in <see cref="Trouble"/> and in the log.
/// </remarks>
public sealed partial class Recorder : IDisposable
{
    private static readonly Action<object?> RenewLater = static recorder => ((Recorder)recorder!).Renew();
    private static readonly Action<object?> FlushLater = static recorder => ((Recorder)recorder!).Flush();
    private readonly ConcurrentDictionary<string, string> _tables = new();
    private readonly Dictionary<string, string?> _parameters;
    private readonly GObjPaths _paths;
    private readonly RecordingRing? _ring;
    private readonly int _interval;
    private RecordingFile? _file;
    private int _sinceSnapshot;
    private bool _isRenewing;

    private Recorder(GObj gobj, RecorderOptions options)
    {
        Gobj = gobj;
        Gaplic = gobj.Gaplic;
        _paths = new GObjPaths(gobj);
        _interval = options.Interval;
        _ring = options.Capacity > 0 ? new RecordingRing(options.Capacity) : null;
        _parameters = gobj.Machine.Parameters.Where(static parameter => parameter.IsText).ToDictionary(static parameter => parameter.Name, parameter => parameter.Read(gobj));
        _file = options.File is { } path ? new RecordingFile(path, options.FlushEachEntry, RecordingLine.Of(new RecordingHeader(Recording.Format, gobj.Machine.Name, gobj.Name, _parameters))) : null;
    }

    /// <summary>The recorded gobj.</summary>
    public GObj Gobj { get; }

    /// <summary>Whether it records: until it is disposed, its gobj is destroyed, or something went wrong.</summary>
    public bool IsAttached => Gaplic.Recorder == this;

    /// <summary>How many entries there were, those included that the ring has dropped. Snapshots are not counted.</summary>
    public long Count { get; private set; }

    /// <summary>What went wrong last: a snapshot that could not be renewed, a disk that is full. Null when nothing did.</summary>
    public string? Trouble { get; private set; }

    private GAplic Gaplic { get; }

    /// <summary>Begins to record a gobj and the gobjs below it, with a snapshot of them. Between transitions, in the loop's thread while the loop runs.</summary>
    /// <param name="gobj">The gobj; its gclass has a version.</param>
    /// <param name="options">How much is kept, and where; null keeps 10,000 entries in memory.</param>
    /// <exception cref="GObjException">The loop has a recorder already; or no snapshot can be taken now, see <see cref="GObj.Snapshot"/>.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static Recorder Attach(GObj gobj, RecorderOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(gobj);
        gobj.RequireLoopThread();
        if (gobj.Gaplic.Recorder is { } other)
        {
            throw new GObjException($"{gobj.Gaplic} has a recorder already, of {other.Gobj}. A loop has one at a time: dispose that one, or record a gobj above both.");
        }

        var first = gobj.Snapshot(children: true);
        var recorder = new Recorder(gobj, options ?? new RecorderOptions());
        recorder.Begin(first);
        return recorder;
    }

    /// <summary>Gives what is in memory as a recording. Callable from any thread.</summary>
    public Recording ToRecording() => new(Gobj.Machine.Name, Gobj.Name) { Parameters = _parameters, Tables = new Dictionary<string, string>(_tables), Entries = _ring?.ToList() ?? [] };

    /// <summary>Writes what is in memory as JSON lines. Callable from any thread.</summary>
    public string ToJson() => ToRecording().ToJson();

    /// <summary>Writes what is in memory to a file. Callable from any thread.</summary>
    public void Save(string path) => ToRecording().Save(path);

    /// <summary>Ends the recording and closes its file; what is in memory can still be saved. In the loop's thread while the loop runs. Doing it twice does nothing.</summary>
    public void Dispose()
    {
        if (IsAttached)
        {
            Gaplic.RequireLoopThread();
            Gaplic.BeRecorded(null);
        }

        Close();
    }

    private void Begin(MachineSnapshot first)
    {
        Gaplic.BeRecorded(this);
        Keep(first);
        Flush();
    }

    private void Keep(MachineSnapshot snapshot)
    {
        _paths.Forget();
        _sinceSnapshot = 0;
        Write(new RecordedEntry { Kind = RecordedKind.Snapshot, Number = Count, At = Gaplic.Clock.Elapsed(), Snapshot = snapshot });
    }

    private void Keep(RecordedEntry entry)
    {
        Write(entry);
        if (++_sinceSnapshot >= _interval && !_isRenewing)
        {
            // Between two turns of the loop, where no code of a gobj is under way.
            _isRenewing = true;
            Gaplic.PostCallback(RenewLater, this);
        }
    }

    private void Renew()
    {
        _isRenewing = false;
        if (!IsAttached)
        {
            return;
        }

        if (Gobj.IsDestroyed)
        {
            Dispose();
            return;
        }

        try
        {
            Keep(Gobj.Snapshot(children: true));
        }
        catch (Exception x)
        {
            // The next one may do better.
            _sinceSnapshot = 0;
            Tell($"no snapshot could be taken: {x.Message}", x);
        }
    }

    private void Write(RecordedEntry entry)
    {
        _ring?.Add(entry);
        if (_file is not null)
        {
            Add(RecordingLine.Of(entry));
        }
    }

    private void Write(RecordedTable table)
    {
        if (_tables.TryAdd(table.Table, table.Text))
        {
            Add(RecordingLine.Of(table));
        }
    }

    private void Add(string line)
    {
        if (_file is { } file)
        {
            var wasClean = !file.IsDirty;
            file.Add(line);
            if (wasClean && file.IsDirty)
            {
                Gaplic.PostCallback(FlushLater, this);
            }
        }
    }

    private void Flush()
    {
        try
        {
            _file?.Flush();
        }
        catch (Exception x)
        {
            Stop(x);
        }
    }

    /// <summary>Recording has failed: the program goes on without it.</summary>
    private void Stop(Exception x)
    {
        if (IsAttached)
        {
            Gaplic.BeRecorded(null);
        }

        Tell($"it has ended: {x.Message}", x);
        Close();
    }

    private void Close()
    {
        try
        {
            _file?.Dispose();
        }
        catch (Exception x)
        {
            Trouble ??= x.Message;
        }

        _file = null;
    }

    private void Tell(string trouble, Exception x)
    {
        Trouble = trouble;
        Log.RecordingTrouble(Gaplic.Logger, Gobj, trouble, x);
    }
}
