namespace FsmKit.Http;

/// <summary>Stream to which an access log writes.</summary>
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
