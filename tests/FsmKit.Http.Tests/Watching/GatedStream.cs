using System.Text;

namespace FsmKit.Http.Tests;

/// <summary>A stream that writes when its gate is open, and fails on demand.</summary>
internal sealed class GatedStream : Stream
{
    private readonly MemoryStream _written = new();
    private bool _isDisposed;

    public ManualResetEventSlim Gate { get; } = new();

    public ManualResetEventSlim Flushed { get; } = new();

    public volatile Exception? Fault;

    public string Text
    {
        get
        {
            lock (_written)
            {
                return Encoding.Latin1.GetString(_written.ToArray());
            }
        }
    }

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => !_isDisposed;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override void Flush() => Flushed.Set();

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        Gate.Wait();
        if (Fault is { } fault)
        {
            throw fault;
        }

        lock (_written)
        {
            _written.Write(buffer);
        }
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        _isDisposed = true;
        base.Dispose(disposing);
    }
}
