using System.Net;

namespace FsmKit.Net;

/// <content>Connections that cannot be used yet: PROXY headers that are being read, and TLS handshakes.</content>
public sealed partial class GServerSock
{
    private readonly UnfinishedList _unfinished = new();
    private LoopTimer? _sweep;

    /// <summary>How many connections are expected to tell first whose they are (PROXY).</summary>
    internal int Prefaces { get; private set; }

    /// <summary>A gsock has begun its handshake.</summary>
    internal void HandshakeBegins(GSock gsock) => Begin(gsock.Served ??= new Served(gsock));

    /// <summary>Its handshake is over, well or not. A gsock that is destroyed needs not say so.</summary>
    internal void HandshakeEnds(GSock gsock)
    {
        if (gsock.Served is { } served)
        {
            _unfinished.Remove(served);
            _progressAt = Gaplic.Clock.Recent;
            NoticeRoom();
        }
    }

    /// <summary>The PROXY header is complete: from here on the connection is the client's.</summary>
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

    /// <summary>Reading the header threw: a connection that has left the list belongs to somebody already.</summary>
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

    /// <summary>Ends the headers whose time is over. One timer for all of them: they come in the order of their deadlines.</summary>
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
        var unfinished = _unfinished.Oldest;
        while (unfinished is not (null or Preface))
        {
            unfinished = unfinished.Younger;
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
