using System.Net;

namespace FsmKit.Net;

/// <content>Admission, decided before TLS and before a <see cref="GSock"/> exists.</content>
public sealed partial class GServerSock
{
    /// <summary>Milliseconds between two log lines of a kind that peers can cause.</summary>
    private const long LogInterval = 10_000;

    private readonly AddressCounter _peers = new();
    private readonly long[] _refusals = new long[Enum.GetValues<RefusalReason>().Length];
    private readonly LogThrottle _refusalLines = new(LogInterval);
    private readonly LogThrottle _failureLines = new(LogInterval);
    private readonly LogThrottle _fullLines = new(LogInterval);
    private readonly LogThrottle _crowdLines = new(LogInterval);

    /// <summary>Returns the number of connections that the server refused for <paramref name="reason"/>, since the creation.</summary>
    public long RefusalsFor(RefusalReason reason) => _refusals[(int)reason];

    /// <summary>Counts a refusal, logs it, and publishes <see cref="EvRefused"/>.</summary>
    internal void Refused(EndPoint? peer, RefusalReason reason)
    {
        Refusals++;
        _refusals[(int)reason]++;
        NetMeter.Refused(reason);
        if (_refusalLines.Admits(Gaplic.Clock.Now, out var count))
        {
            ServerLog.Refused(Logger, this, peer, reason, count);
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

    /// <summary>Checks the client's address, which the socket or a PROXY header has given.</summary>
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

    /// <summary>
    /// Whether the peer is in <paramref name="from"/>. Unix peers have no address; the permissions of the socket's file have admitted them.
    /// </summary>
    private static bool Comes(in Arrival arrival, AddressRanges from) =>
        arrival.Link.RemoteEndPoint is IPEndPoint peer ? from.Contains(peer) : arrival.Endpoint.IsUnix;

    /// <summary>Closes the connection with a reset, which leaves no TIME_WAIT state.</summary>
    private void Refuse(in Arrival arrival, RefusalReason reason)
    {
        var peer = arrival.Link.RemoteEndPoint;
        arrival.Link.Abort();
        Refused(peer, reason);
    }
}
