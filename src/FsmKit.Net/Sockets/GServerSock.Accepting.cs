using System.Net.Sockets;

namespace FsmKit.Net;

/// <content>Accepting, pausing, and lack of descriptors.</content>
public sealed partial class GServerSock
{
    /// <summary>Milliseconds without accepting after the system ran out of descriptors, or while no worker has room.</summary>
    private const int RestMilliseconds = 100;

    /// <summary>Number of connections accepted in one turn; the other work of the loop follows.</summary>
    private const int Batch = 64;

    /// <summary>Number of consecutive failures that count as a failure of the system and not of single connections.</summary>
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
            // The connection still waits, and the reactor would report it in every cycle.
            Gaplic.ReportFault(this, x);
            this.Send(new EvStarved(SocketError.SocketError));
        }
    }

    private void AcAccept(in EvAcceptable e)
    {
        var endpoint = e.Endpoint;
        var failures = 0;

        // A subscriber of EvConnected may pause or destroy the server, or remove the endpoint.
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
                NetLog.AcceptFailed(Logger, this, error);
            }
        }
    }

    /// <summary>Admits an accepted connection, or aborts it if an exception leaves it without an owner.</summary>
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

    /// <summary>Logs one line per shortage, not one per retry.</summary>
    private void AcStarve(in EvStarved e)
    {
        if (_wasStarved)
        {
            return;
        }

        _wasStarved = true;
        DrySpells++;
        NetLog.Starved(Logger, this, e.Error, RestMilliseconds);
        Announce(new EvServing(this, ServingChange.Starved));
    }

    private void Recover()
    {
        if (_wasStarved)
        {
            _wasStarved = false;
            NetLog.Recovered(Logger, this);
            Announce(new EvServing(this, ServingChange.Recovered));
        }
    }

    private void AcPause() => Announce(new EvServing(this, ServingChange.Paused));

    private void AcResume() => Announce(new EvServing(this, ServingChange.Resumed));

    private void AcFull()
    {
        if (_fullLines.Admits(Gaplic.Clock.Now, out var count))
        {
            ServerLog.Full(Logger, this, NGsocks, count);
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
