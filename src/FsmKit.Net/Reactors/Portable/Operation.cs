using System.Net.Sockets;

namespace FsmKit.Net;

/// <summary>Reusable asynchronous operation of one link. Completes on any thread; the loop serves the completion.</summary>
internal abstract class Operation(CompletionQueue queue) : SocketAsyncEventArgs(unsafeSuppressExecutionContextFlow: true), ICompletion
{
    /// <summary>Whether the operation has started and was not served yet. Used on the loop's thread only.</summary>
    public bool InFlight { get; private set; }

    public abstract object? Owner { get; }

    public void Serve()
    {
        InFlight = false;
        Finish();
    }

    /// <summary>Disposes the operation after the close of its link. An operation in flight is disposed later, when it is served.</summary>
    public void Drop()
    {
        if (!InFlight)
        {
            Dispose();
        }
    }

    /// <summary>Records the result of the socket's Async method; false means that the operation has already completed.</summary>
    protected void Started(bool pending)
    {
        InFlight = true;
        if (!pending)
        {
            queue.Add(this);
        }
    }

    protected abstract void Finish();

    protected override void OnCompleted(SocketAsyncEventArgs e) => queue.Add(this);
}
