using System.Text;

namespace FsmKit;

/// <summary>
/// What entered a gobj and the gobjs below it, from a snapshot on: what a <see cref="Recorder"/> has kept. FsmKit.Testing replays it. docs/recording.md is the guide.
/// </summary>
/// <param name="GClass">The name of the recorded gobj's gclass.</param>
/// <param name="Name">The name of the recorded gobj, or an empty text.</param>
public sealed record Recording(string GClass, string Name)
{
    /// <summary>What the first line of the text says that it is.</summary>
    public const string Format = "FsmKit.Recording/1";

    /// <summary>The parameters of the recorded gobj that are texts, as they were when the recording began.</summary>
    public IReadOnlyDictionary<string, string?> Parameters { get; init; } = new Dictionary<string, string?>();

    /// <summary>The table of each gclass that got an event, as <see cref="MachineDescription.ToReviewedTable"/> writes it.</summary>
    public IReadOnlyDictionary<string, string> Tables { get; init; } = new Dictionary<string, string>();

    /// <summary>The entries, the oldest first: a snapshot, and what came after it. Empty when the recorder had no snapshot to begin with.</summary>
    public IReadOnlyList<RecordedEntry> Entries { get; init; } = [];

    /// <summary>Whether the last line was torn, as of a program that has ended in the middle of it; it is left out.</summary>
    public bool IsTorn { get; init; }

    /// <summary>Reads a file that a recorder has written, or <see cref="Save"/>.</summary>
    /// <exception cref="FormatException">The file is no recording; the message says in which line.</exception>
    public static Recording Load(string path) => Parse(File.ReadAllText(path));

    /// <summary>Reads what <see cref="ToJson"/> has written.</summary>
    /// <exception cref="FormatException">The text is no recording; the message says in which line.</exception>
    public static Recording Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return RecordingReader.Read(text);
    }

    /// <summary>Leaves out what came before the last snapshot but <paramref name="snapshots"/>: the end of a long recording.</summary>
    /// <param name="snapshots">How many snapshots to keep, at least 1.</param>
    public Recording Newest(int snapshots = 1)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(snapshots, 1);
        var first = Entries.Index().Where(static entry => entry.Item.Snapshot is not null).Select(static entry => entry.Index).TakeLast(snapshots).FirstOrDefault();
        return this with { Entries = [.. Entries.Skip(first)] };
    }

    /// <summary>Writes JSON lines (RFC 8259): a header, the tables, an entry each.</summary>
    public string ToJson()
    {
        var text = new StringBuilder(RecordingLine.Of(new RecordingHeader(Format, GClass, Name, Parameters))).Append('\n');
        foreach (var (gclass, table) in Tables)
        {
            text.Append(RecordingLine.Of(new RecordedTable(gclass, table))).Append('\n');
        }

        foreach (var entry in Entries)
        {
            text.Append(RecordingLine.Of(entry)).Append('\n');
        }

        return text.ToString();
    }

    /// <summary>Writes <see cref="ToJson"/> to a file.</summary>
    public void Save(string path) => File.WriteAllText(path, ToJson());
}
