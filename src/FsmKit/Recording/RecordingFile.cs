using System.Text;

namespace FsmKit;

/// <summary>File to which a recording is appended line by line. For the loop's thread only, except for the disposal.</summary>
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

    /// <summary>Whether there are lines to flush.</summary>
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
