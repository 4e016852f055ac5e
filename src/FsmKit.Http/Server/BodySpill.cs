using System.Buffers;

namespace FsmKit.Http;

/// <summary>
/// Moves a piece of a body to its file, in a thread of the pool. No task: whatever fails here, for instance for want of memory, is told to the
/// channel, which waits for it and for nothing else.
/// </summary>
internal sealed class BodySpill(BodyStore body, byte[] data, int count, GHttpCliSrv channel) : IThreadPoolWorkItem
{
    private const int PauseWithoutMemory = 10;

    private int _isTaken;

    /// <summary>Hands the work to the pool. Where the pool has no thread and can start none, the piece has failed.</summary>
    public void Begin()
    {
        try
        {
            ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
        }
        catch (Exception x) when (IsFirst())
        {
            // The pool may have kept the work and find a thread later: then it has nothing to do.
            var failure = (Exception?)x;
            GiveBack(ref failure);
            channel.NoteSpilled(failure);
        }
    }

    public void Execute()
    {
        if (!IsFirst())
        {
            return;
        }

        Exception? failure = null;
        try
        {
            body.Spill(data.AsSpan(0, count));
        }
        catch (Exception x)
        {
            failure = x;
        }

        End(failure);
    }

    private bool IsFirst() => Interlocked.Exchange(ref _isTaken, 1) == 0;

    private void End(Exception? failure)
    {
        GiveBack(ref failure);
        while (!IsTold(failure))
        {
            Thread.Sleep(PauseWithoutMemory);
        }
    }

    private void GiveBack(ref Exception? failure)
    {
        try
        {
            body.EndSpill();
            ArrayPool<byte>.Shared.Return(data);
        }
        catch (Exception x)
        {
            failure ??= x;
        }
    }

    private bool IsTold(Exception? failure)
    {
        try
        {
            channel.NoteSpilled(failure);
            return true;
        }
        catch (OutOfMemoryException)
        {
            return false;
        }
    }
}
