using System.Net.Sockets;

namespace FsmKit.Net;

/// <summary>
/// A connection whose PROXY header is being read. The gsock is created after the header, so that an incomplete header costs none.
/// </summary>
internal sealed class Preface : Unfinished, ILinkEvents
{
    private readonly GServerSock _server;
    private readonly byte[] _scratch;
    private readonly ProxyHeaderReader _reader = new();

    public Preface(GServerSock server, in Arrival arrival, byte[] scratch, long deadline)
    {
        (_server, _scratch, Arrival, Deadline) = (server, scratch, arrival, deadline);
        arrival.Link.Owner = this;
    }

    public Arrival Arrival { get; }

    /// <summary>Deadline of the header, in milliseconds of the loop's clock.</summary>
    public long Deadline { get; }

    public ProxyHeader Header => _reader.Header!;

    public void Begin() => Arrival.Link.Watch(Interest.Read);

    public override void GiveUp(RefusalReason reason) => _server.Fail(this, reason);

    void ILinkEvents.OnReadable()
    {
        try
        {
            Read();
        }
        catch (Exception x)
        {
            // The bytes may still be unread, and the link would be readable in every cycle.
            _server.Fault(this, x);
        }
    }

    void ILinkEvents.OnBroken(SocketError error) => GiveUp(RefusalReason.BadPreface);

    void ILinkEvents.OnWritable()
    {
    }

    void ILinkEvents.OnConnected()
    {
    }

    void ILinkEvents.OnConnectFailed(SocketError error)
    {
    }

    /// <summary>
    /// Peeks at the input and consumes only the bytes of the header. The next bytes belong to the gsock, for instance to its TLS.
    /// </summary>
    private void Read()
    {
        var link = Arrival.Link;
        var count = link.Receive(_scratch, out var error, peeks: true);
        if (count < 0 && error == SocketError.WouldBlock)
        {
            return;
        }

        if (count <= 0 || !_reader.Read(_scratch.AsSpan(0, count), out var consumed))
        {
            GiveUp(RefusalReason.BadPreface);
            return;
        }

        for (var taken = 0; taken < consumed; taken += count)
        {
            count = link.Receive(_scratch.AsSpan(0, consumed - taken), out _);
            if (count <= 0)
            {
                GiveUp(RefusalReason.BadPreface);
                return;
            }
        }

        if (_reader.Header is not null)
        {
            _server.Finish(this);
        }
    }
}
