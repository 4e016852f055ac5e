using FsmKit.Testing.Disks;

namespace FsmKit.Testing;

/// <summary>
/// Simulated disk in memory, whose files outlive a crash of a simulated process (<see cref="WorldNode"/>). A write is visible to reads at
/// once. <see cref="Crash"/> can lose writes that were not flushed, as <see cref="Faults"/> allow.
/// </summary>
/// <remarks>
/// The creation, renaming and deletion of a file survive a crash without a flush. <see cref="Stream.Flush"/> has the meaning of
/// <c>FileStream.Flush(flushToDisk: true)</c>.
/// </remarks>
public sealed class Disk
{
    private readonly SortedDictionary<string, DiskFile> _files = new(StringComparer.Ordinal);

    internal Disk(World world, DiskFaults faults) => (World, Faults) = (world, faults);

    /// <summary>The simulated failures of the disk, for all later reads, writes and crashes.</summary>
    public DiskFaults Faults { get; set; }

    /// <summary>The names of the files, in ordinal order.</summary>
    public IReadOnlyCollection<string> Files => _files.Keys;

    /// <summary>Length of all files together, in bytes.</summary>
    public long Length => _files.Values.Sum(static file => file.Length);

    internal World World { get; }

    /// <summary>Whether a file of this name exists.</summary>
    public bool Exists(string name) => _files.ContainsKey(name);

    /// <summary>Opens a file and creates it if it is missing.</summary>
    /// <param name="name">Any text. The disk has no folders.</param>
    /// <param name="appends">True to begin at the end of the file. Default false: at its beginning.</param>
    /// <returns>A stream that can read, write and seek. Several streams can be open on one file.</returns>
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

    /// <summary>Renames a file. A file that already has the new name is replaced.</summary>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    public void Rename(string name, string newName)
    {
        ArgumentNullException.ThrowIfNull(newName);
        var file = Find(name);
        _files.Remove(name);
        _files[newName] = file;
    }

    /// <summary>Deletes a file.</summary>
    /// <returns>False when no such file exists.</returns>
    public bool Delete(string name) => _files.Remove(name);

    /// <summary>
    /// Simulates a power failure: the simulation (<see cref="FsmKit.Testing.World"/>) chooses for each write that was not flushed whether
    /// it stays, is lost or stays in part, as <see cref="Faults"/> allow. Open streams stay usable and see the bytes that stay.
    /// </summary>
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
