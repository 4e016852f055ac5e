using System.Buffers;

namespace FsmKit.Http;

/// <summary>
/// Moves a part of a body to its file, on the thread pool. It is no task, so that every failure, even a lack of memory, reaches the waiting channel.
/// </summary>
internal sealed class BodySpill(BodyStore body, byte[] data, int count, GHttpCliSrv channel) : IThreadPoolWorkItem
{
    private const int PauseWithoutMemory = 10;

    private int _isTaken;

    /// <summary>Queues the work. A pool that has no thread and can start none fails the part.</summary>
    public void Begin()
    {
        try
        {
            channel.Context.BodyFiles.Run(this);
        }
        catch (Exception x) when (IsFirst())
        {
            // The pool may have kept the work and run it later: the work then does nothing.
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
            body.Spill(data.AsSpan(0, count), channel.Context.BodyFiles);
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
