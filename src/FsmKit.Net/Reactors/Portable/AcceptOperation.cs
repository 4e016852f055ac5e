using System.Net.Sockets;

namespace FsmKit.Net;

/// <summary>Accept operation of a listening link, started again and again.</summary>
internal sealed class AcceptOperation(SocketListenLink link, CompletionQueue queue) : Operation(queue)
{
    public override object? Owner => link.Owner;

    /// <summary>Starts the next accept. Returns true if it has completed at once, with a waiting connection.</summary>
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
