using System.Text;

namespace FsmKit;

/// <summary>A recording that grows in a file, a line at a time. The loop's thread only, but for the end.</summary>
internal sealed class RecordingFile : IDisposable
{
    private readonly StreamWriter _writer;
    private readonly bool _flushesEach;

    public RecordingFile(string path, bool flushesEach, string header)
    {
        _flushesEach = flushesEach;
        var stream = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
        _writer = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), bufferSize: 1 << 15) { NewLine = "\n" };
        Add(header);
        _writer.Flush();
    }

    /// <summary>Whether something waits to be flushed.</summary>
    public bool IsDirty { get; private set; }

    public void Add(string line)
    {
        _writer.WriteLine(line);
        IsDirty = true;
        if (_flushesEach)
        {
            Flush();
        }
    }

    public void Flush()
    {
        IsDirty = false;
        _writer.Flush();
    }

    public void Dispose() => _writer.Dispose();
}
