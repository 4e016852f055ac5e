using System.Net;
using System.Net.Sockets;

namespace FsmKit.Net;

/// <summary>Link of a connect that failed at once; reports the failure in the next Wait.</summary>
internal sealed class FailedLink : StreamLink, IDueLink
{
    private readonly SocketError _error;

    public FailedLink(EndPoint remote, ILinkEvents owner, SocketError error)
    {
        RemoteEndPoint = remote;
        Owner = owner;
        _error = error;
    }

    public override bool IsPending => false;

    object? IDueLink.Owner => Owner;

    /// <summary>Reports the failure inside Wait, unless the owner has closed the link.</summary>
    public void TellOwner()
    {
        if (IsClosed)
        {
            return;
        }

        Close();
        Owner?.OnConnectFailed(_error);
    }

    public override int Receive(Span<byte> into, out SocketError error, bool peeks = false)
    {
        error = SocketError.NotConnected;
        return -1;
    }

    public override int Send(ReadOnlySpan<byte> data, out SocketError error)
    {
        error = SocketError.NotConnected;
        return 0;
    }

    public override void Watch(Interest interest)
    {
    }

    public override void Configure(in LinkOptions options)
    {
    }

    public override void ShutdownSend()
    {
    }

    public override void Abort() => Close();

    public override void Close() => IsClosed = true;

    protected override EndPoint? ReadLocalEndPoint() => null;

    protected override EndPoint? ReadRemoteEndPoint() => null;
}
