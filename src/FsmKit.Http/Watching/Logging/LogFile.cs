namespace FsmKit.Http;

/// <summary>File to which an access log appends.</summary>
internal sealed class LogFile : ILogTarget
{
    private FileStream _file;

    public LogFile(string path)
    {
        Name = Path.GetFullPath(path);
        _file = Open();
    }

    public string Name { get; }

    public void Write(ReadOnlySpan<byte> lines)
    {
        // The file may have been truncated by another process (copytruncate of logrotate): append at its present end.
        if (_file.CanSeek)
        {
            _file.Seek(0, SeekOrigin.End);
        }

        _file.Write(lines);
    }

    public void Reopen()
    {
        var old = _file;
        _file = Open();
        old.Dispose();
    }

    public void Dispose() => _file.Dispose();

    private FileStream Open() => new(Name, new FileStreamOptions
    {
        Mode = FileMode.Append,
        Access = FileAccess.Write,
        Share = FileShare.ReadWrite | FileShare.Delete,
        BufferSize = 0,
    });
}
