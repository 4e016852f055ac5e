using System.Net;
using System.Net.Sockets;

namespace FsmKit.Net;

/// <content>One server accepts, servers of other loops serve.</content>
public sealed partial class GServerSock
{
    private readonly Inbox _inbox = new();

    /// <summary>Whether it has connections, or some are on their way to it.</summary>
    internal bool IsLoaded => _inbox.Load > 0;

    /// <summary>Whether it would take one more connection from another loop; asked from that loop, so the answer may be old.</summary>
    private bool IsTaking => !_inbox.IsClosed && !IsPaused && (MaxConnections == 0 || _inbox.Load < MaxConnections) && !WillBeCrowded;

    /// <summary>Whether there will be enough handshakes when those on their way have come.</summary>
    private bool WillBeCrowded => SslOptions is not null && MaxHandshakes > 0 && _unfinished.Count + _inbox.Load - NGsocks >= MaxHandshakes;

    private GServerSock? LeastLoaded()
    {
        GServerSock? least = null;
        foreach (var worker in Workers)
        {
            if (worker.IsTaking && (least is null || worker._inbox.Load < least._inbox.Load))
            {
                least = worker;
            }
        }

        return least;
    }

    /// <summary>It goes to whom has the fewest, which may be this server.</summary>
    private void Share(in Arrival arrival)
    {
        var worker = LeastLoaded();
        if (worker is null)
        {
            Refuse(arrival, RefusalReason.NotTaken);
        }
        else if (worker == this)
        {
            Limit(arrival);
        }
        else
        {
            HandOver(arrival, worker);
        }
    }

    /// <summary>The connection leaves this loop. Until the worker has it, its inbox answers for it.</summary>
    private void HandOver(in Arrival arrival, GServerSock worker)
    {
        var link = arrival.Link;
        var (remote, local) = (link.RemoteEndPoint, arrival.Proxy is null ? null : link.LocalEndPoint);
        var parcel = new Parcel(link.Detach(), arrival.Endpoint, arrival.Proxy, remote, local);
        if (!worker._inbox.TryPut(parcel)
            || (worker.Post(new EvHandedOver(parcel)) != Outcome.Queued && worker._inbox.TryTake(parcel)))
        {
            parcel.Socket.Dispose();
            Refused(remote, RefusalReason.NotTaken);
        }
    }

    private void AcTakeOver(in EvHandedOver e)
    {
        var parcel = e.Parcel;
        if (!_inbox.TryTake(parcel))
        {
            return;
        }

        StreamLink link;
        try
        {
            link = _reactor.Attach(parcel.Socket);
        }
        catch (Exception x) when (x is SocketException or ObjectDisposedException)
        {
            parcel.Socket.Dispose();
            Refused(parcel.Remote, RefusalReason.NotTaken);
            return;
        }

        if (parcel.Remote is not null)
        {
            link.StandFor(parcel.Remote, parcel.Local);
        }

        Limit(new Arrival(link, parcel.Endpoint, parcel.Proxy));
    }
}
