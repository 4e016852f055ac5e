namespace FsmKit;

/// <summary>Newest entries of a recording, beginning with a snapshot. Thread-safe.</summary>
internal sealed class RecordingRing(int capacity)
{
    private readonly Lock _lock = new();
    private readonly Queue<List<RecordedEntry>> _stretches = new();
    private List<RecordedEntry>? _last;
    private int _count;

    /// <summary>Adds an entry. An entry without a snapshot before it is dropped.</summary>
    public void Add(RecordedEntry entry)
    {
        lock (_lock)
        {
            if (entry.Snapshot is not null)
            {
                _stretches.Enqueue(_last = []);
            }

            if (_last is null)
            {
                return;
            }

            _last.Add(entry);
            _count++;
            while (_count > capacity && _stretches.TryDequeue(out var oldest))
            {
                _count -= oldest.Count;
                _last = oldest == _last ? null : _last; // A snapshot is overdue: entries before the next one would have none to begin with.
            }
        }
    }

    public List<RecordedEntry> ToList()
    {
        lock (_lock)
        {
            return [.. _stretches.SelectMany(static stretch => stretch)];
        }
    }
}
