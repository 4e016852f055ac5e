using System.Net.Sockets;

namespace FsmKit.Net;

/// <summary>Receive operation with an empty buffer. Completes when the socket is readable, and consumes no byte.</summary>
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
