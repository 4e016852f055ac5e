using System.Text.Json;

namespace FsmKit;

/// <summary>Reads a recording line by line. The last line may be incomplete, because the program ended while writing it.</summary>
internal static class RecordingReader
{
    public static Recording Read(string text)
    {
        var lines = text.Split('\n');
        var header = ReadHeader(lines[0]);
        var tables = new Dictionary<string, string>();
        var entries = new List<RecordedEntry>();
        var isTorn = lines.Length == 1;
        for (var i = 1; i < lines.Length; i++)
        {
            var isLast = i == lines.Length - 1;
            if (lines[i].Trim() is not { Length: > 0 } line)
            {
                continue;
            }

            try
            {
                ReadLine(line, tables, entries);
            }
            catch (JsonException) when (isLast)
            {
                isTorn = true; // A whole line ends with a line feed.
            }
            catch (JsonException x)
            {
                throw new FormatException($"Line {i + 1} of the recording is no entry: {x.Message}", x);
            }
        }

        return new Recording(header.GClass, header.Name)
        {
            Parameters = header.Parameters ?? new Dictionary<string, string?>(),
            Tables = tables,
            Entries = [.. entries.SkipWhile(static entry => entry.Snapshot is null)],
            IsTorn = isTorn,
        };
    }

    private static RecordingHeader ReadHeader(string line)
    {
        RecordingHeader? header;
        try
        {
            header = JsonSerializer.Deserialize(line, RecordingLine.Default.RecordingHeader);
        }
        catch (JsonException x)
        {
            throw new FormatException($"The text is no recording: its first line is no header. {x.Message}", x);
        }

        return header?.Format switch
        {
            Recording.Format => header,
            { } other => throw new FormatException($"The recording has the format '{other}', and this program reads '{Recording.Format}'."),
            null => throw new FormatException("The text is no recording: its first line has no format."),
        };
    }

    private static void ReadLine(string line, Dictionary<string, string> tables, List<RecordedEntry> entries)
    {
        using var document = JsonDocument.Parse(line);
        if (document.RootElement.ValueKind == JsonValueKind.Object && document.RootElement.TryGetProperty("table", out _))
        {
            var table = document.Deserialize(RecordingLine.Default.RecordedTable)!;
            tables[table.Table] = table.Text;
        }
        else if (document.Deserialize(RecordingLine.Default.RecordedEntry) is { } entry)
        {
            entries.Add(entry);
        }
    }
}
