using System.Net.Sockets;

namespace FsmKit.Net;

/// <content>The time and the destination of the next attempt.</content>
public sealed partial class GConnex
{
    private static readonly TimeSpan AtOnce = TimeSpan.FromTicks(1);
    private readonly Backoff _backoff = new();

    // Index of the last attempt's destination; -1 before the first attempt.
    private int _at = -1;

    // Number of destinations left to try before a pause.
    private int _untried;
    private long? _connectedAt;
    private bool _hurry;
    private bool _isWanted;
    private bool _wasIdle;

    public partial string Host => Destination.Host ?? "";

    public partial int Port => Destination.Port;

    private HostPort Destination => Destinations[Math.Max(_at, 0) % Destinations.Count];

    private bool IsOnDemand => TimeoutInactivity > TimeSpan.Zero;

    /// <summary>
    /// Whether the connection lasted long enough to count as a success. Without this rule, a server that accepts and closes at once would be
    /// connected to again and again without a pause.
    /// </summary>
    private bool HasLasted => _wasIdle || Gaplic.Clock.Now - _connectedAt >= (long)TimeoutBetweenConnections.TotalMilliseconds;

    private int Untried => HasLasted ? Destinations.Count - 1 : _untried;

    private TimeSpan FirstPause() => StartDelay > AtOnce ? StartDelay : AtOnce;

    /// <summary>Returns the length of a pause and logs it. Called once at the start of each pause.</summary>
    private TimeSpan NextPause()
    {
        if (HasLasted)
        {
            _backoff.Reset();
        }

        var pause = _backoff.Next(TimeoutBetweenConnections, MaxBackoff, Jitter, JitterSource ?? Random.Shared);
        ConnexLog.Waiting(Logger, this, Destinations[(_at + 1) % Destinations.Count], pause);
        return pause;
    }

    /// <summary>
    /// Says whether the owner has something to send that is not in the queue, or waits for a response. In on-demand mode the connex then connects,
    /// keeps trying, and does not close the connection for being idle.
    /// </summary>
    internal void Want(bool isWanted)
    {
        _isWanted = isWanted;
        if (isWanted && IsOnDemand && CurrentState == State.Disconnected)
        {
            this.Send(new EvConnect());
        }
    }

    private bool NeedsConnection() => !IsOnDemand || !IsQueueEmpty() || _isWanted;

    private bool MayRest() => !NeedsConnection() && !_hurry;

    private bool ConnectsAtOnce() => _hurry || _wasIdle || Untried > 0;

    private static bool NamesNoDestination(in EvConnect e) => e.Host is null && e.Port is null;

    private void AcConnect()
    {
        _untried = Destinations.Count - 1;
        Connect();
    }

    private void AcConnectToNext(in EvDisconnected e)
    {
        if (HasLasted)
        {
            _backoff.Reset();
        }

        _untried = Math.Max(0, Untried - 1);
        var wasConnected = ForgetConnection();
        Connect();
        if (wasConnected)
        {
            Announce(in e);
        }
    }

    private void AcRest(in EvDisconnected e)
    {
        _backoff.Reset();
        AcEnded(in e);
    }

    private void AcEnded(in EvDisconnected e)
    {
        if (ForgetConnection())
        {
            Announce(in e);
        }
    }

    private void AcTimedOut()
    {
        ConnexLog.TimedOut(Logger, this, Destination, TimeoutWaitingConnected);
        Send(Gsock, new EvDrop());
    }

    private void AcDrop() => Send(Gsock, new EvDrop());

    private void AcClose() => Send(Gsock, new EvClose());

    private void AcHurry() => _hurry = true;

    private void Connect()
    {
        if (Gsock.IsDestroyed)
        {
            // AutoDestroy, set for all gsocks, may have destroyed this one.
            Gsock = NewGsock();
        }

        _at = (_at + 1) % Destinations.Count;
        (Gsock.SslOptions, Gsock.Framing) = (SslOptions, Framing);
        try
        {
            Send(Gsock, new EvConnect(Host, Port));
        }
        catch (GObjException x)
        {
            // Unusable options, such as a missing certificate file, count as a failed attempt.
            ConnexLog.NotBegun(Logger, this, Destination, x.Message);
            this.PostAlways(new EvDisconnected(Gsock, DisconnectReason.ConnectFailed, SocketError.Success, x));
        }
    }

    private bool ForgetConnection()
    {
        var wasConnected = _connectedAt is not null;
        (_connectedAt, _hurry, _wasIdle) = (null, false, false);
        StopTimer<EvIdle>();
        return wasConnected;
    }
}
