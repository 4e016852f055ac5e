using System.Globalization;
using System.Text;

namespace FsmKit.SnapshotJournal;

/// <summary>A file of lines, each the number of an event and the snapshot after it. A line without an end was being written when its process ended: it never happened.</summary>
internal sealed class Journal : IDisposable
{
    private readonly FileStream _file;

    private Journal(string path) => _file = new FileStream(path, FileMode.Append, FileAccess.Write, FileShare.ReadWrite, bufferSize: 0);

    /// <summary>The last event that happened, and the snapshot after it: 0 and null where none has.</summary>
    public static (int Number, string? Snapshot) Last(string path)
    {
        if (!File.Exists(path))
        {
            return (0, null);
        }

        var text = File.ReadAllText(path);
        var end = text.LastIndexOf('\n');
        if (end < 0)
        {
            return (0, null);
        }

        var line = text[(text.LastIndexOf('\n', Math.Max(end - 1, 0)) + 1)..end];
        var blank = line.IndexOf(' ', StringComparison.Ordinal);
        return (int.Parse(line[..blank], CultureInfo.InvariantCulture), line[(blank + 1)..]);
    }

    /// <summary>Opens the journal for more; it begins anew with its last line, in one step.</summary>
    public static Journal Open(string path)
    {
        if (Last(path) is (var number, { } snapshot))
        {
            File.WriteAllText(path + ".new", Line(number, snapshot));
            File.Move(path + ".new", path, overwrite: true);
        }
        else
        {
            File.Delete(path);
        }

        return new Journal(path);
    }

    /// <summary>Writes a line: when the call returns, the event has happened.</summary>
    public void Append(int number, string snapshot) => _file.Write(Encoding.UTF8.GetBytes(Line(number, snapshot)));

    public void Dispose() => _file.Dispose();

    private static string Line(int number, string snapshot) => string.Create(CultureInfo.InvariantCulture, $"{number} {snapshot}\n");
}
