using System.Net.Sockets;

namespace FsmKit.Net;

/// <content>Accepting, pausing, and running dry.</content>
public sealed partial class GServerSock
{
    /// <summary>How long it rests when the system has no descriptor left, or no worker has room, before it looks again.</summary>
    private const int RestMilliseconds = 100;

    /// <summary>How many connections are accepted before the others of the loop get their turn.</summary>
    private const int Batch = 64;

    /// <summary>So many failures in a row are no longer those of single connections.</summary>
    private const int ManyFailures = 8;

    private bool _wasStarved;

    internal void Accept(ServerEndpoint endpoint)
    {
        try
        {
            this.Send(new EvAcceptable(endpoint));
        }
        catch (Exception x)
        {
            // What was waiting still is, and would be told again and again.
            Gaplic.ReportFault(this, x);
            this.Send(new EvStarved(SocketError.SocketError));
        }
    }

    private void AcAccept(in EvAcceptable e)
    {
        var endpoint = e.Endpoint;
        var failures = 0;

        // Whoever hears of a connection may pause, remove or destroy.
        for (var left = Batch; left > 0 && !IsDestroyed && CurrentState == State.Listening && !endpoint.IsClosed; left--)
        {
            if (!HasRoom())
            {
                this.Send(new EvFull());
            }
            else if (IsCrowded)
            {
                this.Send(new EvCrowded());
            }
            else if (endpoint.Link!.Accept(out var error) is { } link)
            {
                failures = 0;
                Take(link, endpoint);
            }
            else if (error == SocketError.WouldBlock)
            {
                return;
            }
            else if (error is SocketError.TooManyOpenSockets or SocketError.NoBufferSpaceAvailable || ++failures == ManyFailures)
            {
                this.Send(new EvStarved(error));
            }
            else if (error is not (SocketError.ConnectionAborted or SocketError.Interrupted) && _failureLines.Admits(Gaplic.Clock.Now, out _))
            {
                NetLog.AcceptFailed(Gaplic.Logger, this, error);
            }
        }
    }

    /// <summary>An accepted connection is somebody's, or it is closed.</summary>
    private void Take(StreamLink link, ServerEndpoint endpoint)
    {
        try
        {
            Recover();
            Admit(new Arrival(link, endpoint));
        }
        catch when (link.Owner is null)
        {
            link.Abort();
            throw;
        }
    }

    /// <summary>One line per dry spell in the log, however often it is tried meanwhile.</summary>
    private void AcStarve(in EvStarved e)
    {
        if (_wasStarved)
        {
            return;
        }

        _wasStarved = true;
        DrySpells++;
        NetLog.Starved(Gaplic.Logger, this, e.Error, RestMilliseconds);
        Announce(new EvServing(this, ServingChange.Starved));
    }

    private void Recover()
    {
        if (_wasStarved)
        {
            _wasStarved = false;
            NetLog.Recovered(Gaplic.Logger, this);
            Announce(new EvServing(this, ServingChange.Recovered));
        }
    }

    private void AcPause() => Announce(new EvServing(this, ServingChange.Paused));

    private void AcResume() => Announce(new EvServing(this, ServingChange.Resumed));

    private void AcFull()
    {
        if (_fullLines.Admits(Gaplic.Clock.Now, out var count))
        {
            ServerLog.Full(Gaplic.Logger, this, NGsocks, count);
        }

        Announce(new EvServing(this, ServingChange.Full));
    }

    private void AcFreed() => Announce(new EvServing(this, ServingChange.Freed));

    /// <summary>Whether one more connection may be accepted now.</summary>
    private bool HasRoom() => (WhenFull == FullPolicy.Refuse || !IsFull) && (Workers.Count == 0 || LeastLoaded() is not null);

    private bool IsFull => MaxConnections > 0 && NGsocks + Prefaces >= MaxConnections;

    private void NoticeRoom()
    {
        if ((CurrentState == State.Full && HasRoom()) || (CurrentState == State.Crowded && !IsCrowded))
        {
            this.Send(new EvRoom());
        }
    }
}
