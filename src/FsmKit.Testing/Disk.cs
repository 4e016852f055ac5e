using FsmKit.Testing.Disks;

namespace FsmKit.Testing;

/// <summary>
/// A disk in memory, for journals and files that outlive a process. What is written is read at once; a crash loses of it what was not flushed, as <see cref="Faults"/> allow and the schedule
/// chooses.
/// </summary>
/// <remarks>Creating, renaming and deleting a file is kept at once. <see cref="Stream.Flush"/> means what <c>FileStream.Flush(flushToDisk: true)</c> means.</remarks>
public sealed class Disk
{
    private readonly SortedDictionary<string, DiskFile> _files = new(StringComparer.Ordinal);

    internal Disk(World world, DiskFaults faults) => (World, Faults) = (world, faults);

    /// <summary>What goes wrong from now on.</summary>
    public DiskFaults Faults { get; set; }

    /// <summary>The names of the files, in ordinal order.</summary>
    public IReadOnlyCollection<string> Files => _files.Keys;

    /// <summary>How many bytes all files have together.</summary>
    public long Length => _files.Values.Sum(static file => file.Length);

    internal World World { get; }

    /// <summary>Tells whether there is such a file.</summary>
    public bool Exists(string name) => _files.ContainsKey(name);

    /// <summary>Opens a file, which is made when there is none.</summary>
    /// <param name="name">Any text; there are no folders.</param>
    /// <param name="appends">Whether the position begins at the end.</param>
    /// <returns>A stream that reads, writes and seeks. Several can be open on one file.</returns>
    public Stream Open(string name, bool appends = false)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (!_files.TryGetValue(name, out var file))
        {
            _files.Add(name, file = new DiskFile());
        }

        return new DiskStream(this, file) { Position = appends ? file.Length : 0 };
    }

    /// <summary>Reads a whole file.</summary>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    public byte[] ReadAllBytes(string name) => Find(name).ToArray();

    /// <summary>Renames a file, in place of one that has the new name.</summary>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    public void Rename(string name, string newName)
    {
        ArgumentNullException.ThrowIfNull(newName);
        var file = Find(name);
        _files.Remove(name);
        _files[newName] = file;
    }

    /// <summary>Deletes a file.</summary>
    /// <returns>False when there was none.</returns>
    public bool Delete(string name) => _files.Remove(name);

    /// <summary>Ends as the power does: each write that was not flushed is kept, lost or torn, as the schedule chooses. Streams that are open go on with what is left.</summary>
    public void Crash()
    {
        foreach (var file in _files.Values)
        {
            file.Crash(World, Faults);
        }
    }

    private DiskFile Find(string name) =>
        _files.TryGetValue(name, out var file) ? file : throw new FileNotFoundException($"The disk has no file '{name}'; it has {(_files.Count == 0 ? "none" : string.Join(", ", _files.Keys))}.", name);
}
