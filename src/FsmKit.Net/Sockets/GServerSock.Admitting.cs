using System.Net;

namespace FsmKit.Net;

/// <content>Who is let in: decided before TLS and before there is a gobj.</content>
public sealed partial class GServerSock
{
    /// <summary>What peers can cause comes into the log once in so long.</summary>
    private const long LogInterval = 10_000;

    private readonly AddressCounter _peers = new();
    private readonly long[] _refusals = new long[Enum.GetValues<RefusalReason>().Length];
    private readonly LogThrottle _refusalLines = new(LogInterval);
    private readonly LogThrottle _failureLines = new(LogInterval);
    private readonly LogThrottle _fullLines = new(LogInterval);
    private readonly LogThrottle _crowdLines = new(LogInterval);

    /// <summary>How many connections were closed before anybody heard of them, for that reason.</summary>
    public long RefusalsFor(RefusalReason reason) => _refusals[(int)reason];

    /// <summary>Counts a refusal, and tells of it.</summary>
    internal void Refused(EndPoint? peer, RefusalReason reason)
    {
        Refusals++;
        _refusals[(int)reason]++;
        NetMeter.Refused(reason);
        if (_refusalLines.Admits(Gaplic.Clock.Now, out var count))
        {
            ServerLog.Refused(Gaplic.Logger, this, peer, reason, count);
        }

        Announce(new EvRefused(this, peer, reason));
    }

    private void Admit(in Arrival arrival)
    {
        if (!ProxyFrom.IsEmpty)
        {
            ExpectPreface(arrival);
        }
        else
        {
            Screen(arrival);
        }
    }

    /// <summary>The address is the client's now, whoever told it.</summary>
    private void Screen(in Arrival arrival)
    {
        if (!Origins.IsEmpty && !Comes(arrival, Origins))
        {
            Refuse(arrival, RefusalReason.NotAllowed);
        }
        else if (Workers.Count > 0)
        {
            Share(arrival);
        }
        else
        {
            Limit(arrival);
        }
    }

    private void Limit(in Arrival arrival)
    {
        AddressKey? peer = MaxConnectionsPerAddress > 0 && arrival.Link.RemoteEndPoint is IPEndPoint inet ? AddressKey.Of(inet.Address) : null;
        if (IsFull)
        {
            Refuse(arrival, RefusalReason.Full);
        }
        else if (peer is { } key && _peers[key] >= MaxConnectionsPerAddress)
        {
            Refuse(arrival, RefusalReason.FullForAddress);
        }
        else
        {
            Welcome(arrival, peer);
        }
    }

    /// <summary>Whoever connects to a Unix socket has no address: the permissions of its file have decided already.</summary>
    private static bool Comes(in Arrival arrival, AddressRanges from) =>
        arrival.Link.RemoteEndPoint is IPEndPoint peer ? from.Contains(peer) : arrival.Endpoint.IsUnix;

    /// <summary>With a reset: nothing of the connection stays here, and nothing was promised.</summary>
    private void Refuse(in Arrival arrival, RefusalReason reason)
    {
        var peer = arrival.Link.RemoteEndPoint;
        arrival.Link.Abort();
        Refused(peer, reason);
    }
}
