using FsmKit.Http;
using FsmKit.Simulations.Pool;

namespace FsmKit.Simulations.Spilling;

/// <summary>File of a body on a simulated disk.</summary>
internal sealed class SpillFile(World world, WorldPool pool, Disk disk, string name) : BodyFile
{
    private readonly Stream _stream = disk.Open(name);
    private bool _isClosed;
    private bool _isWriting;

    /// <inheritdoc/>
    public override void Write(ReadOnlySpan<byte> data, long position)
    {
        MustBeOpen();
        _isWriting = true;
        pool.Preempt();
        _stream.Position = position;
        try
        {
            _stream.Write(data);
        }
        finally
        {
            pool.Preempt();
            _isWriting = false;
        }
    }

    /// <inheritdoc/>
    public override int Read(Span<byte> into, long position)
    {
        MustBeOpen();
        _stream.Position = position;
        return _stream.Read(into);
    }

    /// <inheritdoc/>
    public override async ValueTask<int> ReadAsync(Memory<byte> into, long position, CancellationToken cancellation)
    {
        await Task.Delay(world.Choose(TimeSpan.Zero, disk.Faults.MaxDelay), world.Time, cancellation).ConfigureAwait(false);
        return Read(into.Span, position);
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        world.Check(!_isWriting, "A file is closed while a thread writes it.");
        world.Check(_isClosed || disk.Delete(name), "A file is deleted twice.");
        _isClosed = true;
    }

    private void MustBeOpen()
    {
        world.Check(!_isWriting, "A file is used while a thread writes it.");
        ObjectDisposedException.ThrowIf(_isClosed, this);
    }
}
