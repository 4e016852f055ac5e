using System.Runtime.InteropServices;

namespace FsmKit.Testing.Disks;

/// <summary>Contents of a file: the bytes that are flushed, and the changes after them.</summary>
internal sealed class DiskFile
{
    private readonly List<byte> _safe = [];
    private readonly List<byte> _now = [];
    private readonly List<Change> _changes = [];

    public long Length => _now.Count;

    public byte[] ToArray() => _now.ToArray();

    public int Read(long position, Span<byte> into)
    {
        var rest = CollectionsMarshal.AsSpan(_now)[(int)Math.Min(position, _now.Count)..];
        var count = Math.Min(rest.Length, into.Length);
        rest[..count].CopyTo(into);
        return count;
    }

    public void Write(long position, ReadOnlySpan<byte> data)
    {
        var change = new Change(position, data.ToArray());
        change.ApplyTo(_now);
        _changes.Add(change);
    }

    public void SetLength(long length)
    {
        var change = new Change(length, Data: null);
        change.ApplyTo(_now);
        _changes.Add(change);
    }

    /// <summary>Flushes all changes.</summary>
    public void Flush() => Settle(static change => change);

    /// <summary>Keeps, loses or tears each change that was not flushed.</summary>
    public void Crash(World world, DiskFaults faults)
    {
        Settle(change => change.AfterCrash(world, faults));
        _now.Clear();
        _now.AddRange(_safe);
    }

    private void Settle(Func<Change, Change?> outcome)
    {
        foreach (var change in _changes)
        {
            outcome(change)?.ApplyTo(_safe);
        }

        _changes.Clear();
    }
}
