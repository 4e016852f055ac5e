using System.Net.Sockets;

namespace FsmKit.Net;

/// <summary>Finds out when there is something to receive: a receive into no bytes, which takes none.</summary>
internal sealed class ReadProbe : Operation
{
    private readonly SocketStreamLink _link;

    public ReadProbe(SocketStreamLink link, CompletionQueue queue)
        : base(queue)
    {
        _link = link;
        SetBuffer([], 0, 0);
    }

    public override object? Owner => _link.Owner;

    public void Start(Socket socket) => Started(socket.ReceiveAsync(this));

    protected override void Finish() => _link.Probed(SocketError);
}
