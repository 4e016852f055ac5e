using System.Text;

namespace FsmKit;

/// <summary>
/// Recording of the input of a gobj and the gobjs below it, from a snapshot on, created by a <see cref="Recorder"/>. FsmKit.Testing replays a
/// recording. docs/recording.md is the guide.
/// </summary>
/// <param name="GClass">Name of the recorded gobj's gclass.</param>
/// <param name="Name">Name of the recorded gobj, or an empty string.</param>
public sealed record Recording(string GClass, string Name)
{
    /// <summary>Name and version of the format, which the first line of the text contains.</summary>
    public const string Format = "FsmKit.Recording/1";

    /// <summary>Parameters of the recorded gobj that can be written as text, with their values at the beginning of the recording.</summary>
    public IReadOnlyDictionary<string, string?> Parameters { get; init; } = new Dictionary<string, string?>();

    /// <summary>
    /// Table of each gclass whose gobjs got an event, by name of the gclass, in the form of
    /// <see cref="MachineDescription.ToReviewedTable"/>.
    /// </summary>
    public IReadOnlyDictionary<string, string> Tables { get; init; } = new Dictionary<string, string>();

    /// <summary>Entries, the oldest first: a snapshot, and the entries after it. Empty if the recorder had no snapshot in memory.</summary>
    public IReadOnlyList<RecordedEntry> Entries { get; init; } = [];

    /// <summary>
    /// Whether the last line of the file was incomplete, because the program ended while writing it. That line is left out.
    /// </summary>
    public bool IsTorn { get; init; }

    /// <summary>Reads a file that a recorder or <see cref="Save"/> has written.</summary>
    /// <exception cref="FormatException">The file is no recording. The message gives the line.</exception>
    public static Recording Load(string path) => Parse(File.ReadAllText(path));

    /// <summary>Parses the text of <see cref="ToJson"/>.</summary>
    /// <exception cref="FormatException">The text is no recording. The message gives the line.</exception>
    public static Recording Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return RecordingReader.Read(text);
    }

    /// <summary>Returns the end of the recording: the last snapshots, and all entries after the first of these.</summary>
    /// <param name="snapshots">Number of snapshots to keep, at least 1. Default 1.</param>
    public Recording Newest(int snapshots = 1)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(snapshots, 1);
        var first = Entries.Index().Where(static entry => entry.Item.Snapshot is not null).Select(static entry => entry.Index).TakeLast(snapshots).FirstOrDefault();
        return this with { Entries = [.. Entries.Skip(first)] };
    }

    /// <summary>Returns the recording as JSON lines (RFC 8259): one for the header, one per table, one per entry.</summary>
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

    /// <summary>Writes the text of <see cref="ToJson"/> to a file; an existing file is replaced.</summary>
    public void Save(string path) => File.WriteAllText(path, ToJson());
}
