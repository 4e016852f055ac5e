using System.Net.Sockets;

namespace FsmKit.Net;

/// <summary>A connection whose PROXY header is being read. There is no gsock yet: whoever does not finish has cost none.</summary>
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

    /// <summary>When its time is over, by the loop's clock.</summary>
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
            // What was there may still be there, and would come again and again.
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

    /// <summary>Looks first and takes what belongs to the header: what follows is not ours, it may be TLS.</summary>
    private void Read()
    {
        var link = Arrival.Link;
        var count = link.Peek(_scratch, out var error);
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
