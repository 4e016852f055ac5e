using System.Net.Sockets;

namespace FsmKit.Net;

/// <summary>The accept that a listening link keeps going.</summary>
internal sealed class AcceptOperation(SocketListenLink link, CompletionQueue queue) : Operation(queue)
{
    public override object? Owner => link.Owner;

    /// <summary>Starts the next one, or completes it here and now when a connection is waiting already.</summary>
    public bool TryComplete(Socket listener)
    {
        AcceptSocket = null;
        if (!listener.AcceptAsync(this))
        {
            return true;
        }

        Started(pending: true);
        return false;
    }

    protected override void Finish() => link.Completed();
}
