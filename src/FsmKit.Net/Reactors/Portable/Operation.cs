using System.Net.Sockets;

namespace FsmKit.Net;

/// <summary>One kind of asynchronous operation of one link, started again and again: completes anywhere, is served on the loop.</summary>
internal abstract class Operation(CompletionQueue queue) : SocketAsyncEventArgs(unsafeSuppressExecutionContextFlow: true), ICompletion
{
    /// <summary>From the start until it has been served; the loop's thread alone reads and writes it.</summary>
    public bool InFlight { get; private set; }

    public abstract object? Owner { get; }

    public void Serve()
    {
        InFlight = false;
        Finish();
    }

    /// <summary>The link is closed. What is in flight completes soon, is served, and finds it closed then.</summary>
    public void Drop()
    {
        if (!InFlight)
        {
            Dispose();
        }
    }

    /// <summary>Takes what the socket's Async method returned: false says that it has completed already.</summary>
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
