using System.Net;
using System.Net.Sockets;

namespace FsmKit.Net;

/// <content>Handing accepted connections to servers of other loops.</content>
public sealed partial class GServerSock
{
    private readonly Inbox _inbox = new();

    /// <summary>Whether this server has connections, or connections of other loops are on their way to it.</summary>
    internal bool IsLoaded => _inbox.Load > 0;

    /// <summary>Whether this server would take one more connection. Read from other loops' threads, so the value may be out of date.</summary>
    private bool IsTaking => !_inbox.IsClosed && !IsPaused && (MaxConnections == 0 || _inbox.Load < MaxConnections) && !WillBeCrowded;

    /// <summary>Whether the unfinished connections, with those on their way, reach <see cref="MaxHandshakes"/>.</summary>
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

    /// <summary>Gives the connection to the worker with the fewest connections, which may be this server.</summary>
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

    /// <summary>Hands the connection to a worker of another loop. The worker's inbox owns the socket until the worker takes it.</summary>
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
