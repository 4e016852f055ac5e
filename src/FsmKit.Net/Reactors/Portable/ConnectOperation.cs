using System.Net;
using System.Net.Sockets;

namespace FsmKit.Net;

/// <summary>Connect operation of one link, run once.</summary>
internal sealed class ConnectOperation(SocketStreamLink link, CompletionQueue queue) : Operation(queue)
{
    public override object? Owner => link.Owner;

    public void Start(Socket socket, EndPoint remote)
    {
        RemoteEndPoint = remote;
        Started(socket.ConnectAsync(this));
    }

    protected override void Finish()
    {
        var error = SocketError;
        Dispose();
        link.FinishConnect(error);
    }
}
