using System.Net;

namespace FsmKit.Net;

/// <content>Connections in their PROXY header or TLS handshake.</content>
public sealed partial class GServerSock
{
    /// <summary>The unfinished connections, the oldest first.</summary>
    private readonly NodeList<Unfinished> _unfinished = new();
    private LoopTimer? _sweep;

    /// <summary>Number of connections whose PROXY header is being read.</summary>
    internal int Prefaces { get; private set; }

    /// <summary>Counts a gsock as unfinished when its TLS handshake begins.</summary>
    internal void HandshakeBegins(GSock gsock) => Begin(gsock.Served ??= new Served(gsock));

    /// <summary>Stops counting a gsock as unfinished after its handshake. The destruction of a gsock does the same without this call.</summary>
    internal void HandshakeEnds(GSock gsock)
    {
        if (gsock.Served is { } served)
        {
            _unfinished.Remove(served);
            _progressAt = Gaplic.Clock.Recent;
            NoticeRoom();
        }
    }

    /// <summary>Continues the admission after a complete PROXY header, with the client's address in place of the proxy's.</summary>
    internal void Finish(Preface preface)
    {
        Leave(preface);
        _progressAt = Gaplic.Clock.Recent;
        var link = preface.Arrival.Link;
        EndPoint? proxy = null;
        if (preface.Header.Source is { } client)
        {
            proxy = link.RemoteEndPoint;
            link.StandFor(client, preface.Header.Destination);
        }

        Screen(preface.Arrival with { Proxy = proxy });
        NoticeRoom();
    }

    internal void Fail(Preface preface, RefusalReason reason)
    {
        Leave(preface);
        Refuse(preface.Arrival, reason);
        NoticeRoom();
    }

    /// <summary>
    /// Handles an exception of the header's reader. A connection outside the list has already been refused, or has another owner.
    /// </summary>
    internal void Fault(Preface preface, Exception exception)
    {
        Gaplic.ReportFault(this, exception);
        if (preface.List is not null)
        {
            Fail(preface, RefusalReason.BadPreface);
        }
        else if (preface.Arrival.Link.Owner == preface)
        {
            preface.Arrival.Link.Abort();
        }
    }

    private void ExpectPreface(in Arrival arrival)
    {
        if (!Comes(arrival, ProxyFrom))
        {
            Refuse(arrival, RefusalReason.NotProxy);
            return;
        }

        if (IsFull)
        {
            Refuse(arrival, RefusalReason.Full);
            return;
        }

        var preface = new Preface(this, arrival, _reactor.Scratch, Gaplic.Clock.DeadlineIn(ProxyTimeout));
        Begin(preface);
        Prefaces++;
        _sweep ??= new LoopTimer(this, Sweep);
        if (!_sweep.IsArmed)
        {
            _sweep.Arm(ProxyTimeout);
        }

        preface.Begin();
    }

    private void Leave(Preface preface)
    {
        _unfinished.Remove(preface);
        Prefaces--;
    }

    /// <summary>Refuses connections whose header is late. One timer serves all, because the list is in the order of the deadlines.</summary>
    private void Sweep()
    {
        try
        {
            while (OldestPreface() is { } late && late.Deadline <= Gaplic.Clock.Now)
            {
                late.GiveUp(RefusalReason.PrefaceTimedOut);
            }
        }
        finally
        {
            if (OldestPreface() is { } next)
            {
                _sweep!.Arm(TimeSpan.FromMilliseconds(next.Deadline - Gaplic.Clock.Now));
            }
        }
    }

    private Preface? OldestPreface()
    {
        var unfinished = _unfinished.First;
        while (unfinished is not (null or Preface))
        {
            unfinished = unfinished.Next;
        }

        return (Preface?)unfinished;
    }

    private void ClosePrefaces()
    {
        while (OldestPreface() is { } preface)
        {
            Leave(preface);
            preface.Arrival.Link.Close();
        }
    }
}
