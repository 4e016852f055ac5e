namespace FsmKit.Http;

/// <summary>A stream that an access log is written to.</summary>
internal sealed class LogStream(Stream stream, bool leaveOpen) : ILogTarget
{
    public string Name => stream.GetType().Name;

    public void Write(ReadOnlySpan<byte> lines)
    {
        stream.Write(lines);
        stream.Flush();
    }

    public void Reopen() => throw new NotSupportedException("A stream cannot be opened again.");

    public void Dispose()
    {
        if (!leaveOpen)
        {
            stream.Dispose();
        }
    }
}
