using System.Collections.Concurrent;

namespace FsmKit;

/// <summary>
/// Records the input of a gobj and the gobjs below it while the program runs: events, timeouts and results of asynchronous work, each with its
/// outcome and the states before and after it. FsmKit.Testing replays a recording. docs/recording.md is the guide.
/// </summary>
/// <remarks>
/// While a recorder is attached, all gobjs of the loop handle events more slowly. A loop without a recorder has no cost. A failure of the
/// recorder does not affect the recorded gobjs: the failure is in <see cref="Trouble"/> and in the log.
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

    /// <summary>Whether the recorder is active. Recording ends when it is disposed, its gobj is destroyed, or recording fails.</summary>
    public bool IsAttached => Gaplic.Recorder == this;

    /// <summary>Number of entries so far, including entries that are no longer in memory. Snapshots are not counted.</summary>
    public long Count { get; private set; }

    /// <summary>Last failure, such as a snapshot that could not be taken or a full disk; null if there was none.</summary>
    public string? Trouble { get; private set; }

    private GAplic Gaplic { get; }

    /// <summary>
    /// Starts recording a gobj and the gobjs below it, with a snapshot of them. Possible only between transitions. While the loop runs, only its
    /// thread may call.
    /// </summary>
    /// <param name="gobj">The gobj. Its gclass must have a <see cref="GClassAttribute.Version"/>.</param>
    /// <param name="options">Size and destination of the recording; null keeps up to 10,000 entries in memory.</param>
    /// <exception cref="GObjException">The loop already has a recorder; or no snapshot can be taken now, see <see cref="GObj.Snapshot"/>.</exception>
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

    /// <summary>Returns the entries in memory as a recording. Thread-safe.</summary>
    public Recording ToRecording() => new(Gobj.Machine.Name, Gobj.Name) { Parameters = _parameters, Tables = new Dictionary<string, string>(_tables), Entries = _ring?.ToList() ?? [] };

    /// <summary>Returns the entries in memory as JSON lines. Thread-safe.</summary>
    public string ToJson() => ToRecording().ToJson();

    /// <summary>Writes the entries in memory to a file. Thread-safe.</summary>
    public void Save(string path) => ToRecording().Save(path);

    /// <summary>
    /// Ends the recording and closes its file. The entries in memory can still be saved. A second call has no effect. While the loop runs, only its
    /// thread may call.
    /// </summary>
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
            // Between two turns of the loop, when no code of a gobj is running.
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
            // The next attempt may succeed.
            _sinceSnapshot = 0;
            NoteTrouble($"no snapshot could be taken: {x.Message}", x);
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

    /// <summary>Ends a recording that has failed; the program continues without it.</summary>
    private void Stop(Exception x)
    {
        if (IsAttached)
        {
            Gaplic.BeRecorded(null);
        }

        NoteTrouble($"it has ended: {x.Message}", x);
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

    private void NoteTrouble(string trouble, Exception x)
    {
        Trouble = trouble;
        Log.RecordingTrouble(Gobj.Logger, Gobj, trouble, x);
    }
}
