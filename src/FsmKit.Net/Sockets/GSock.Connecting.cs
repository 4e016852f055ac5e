using System.Net;
using System.Net.Sockets;

namespace FsmKit.Net;

/// <content>Connecting: destination, name look-up, attempts, connection.</content>
public sealed partial class GSock
{
    private Attempts? _attempts;

    // Of the current connection, not of the gsock: an accepted gsock may use EvConnect later.
    private bool _isAccepted;

    private Attempts Attempts => _attempts ??= new Attempts();

    private ConnectRace Race => _attempts!.Race!;

    public partial EndPoint? Addr => Peername;

    public partial int NGsocks => _isAnnounced && _link is not null ? 1 : 0;

    private bool IsThisAttempt(in EvResolved e) => e.Attempt == _attempts?.Number;

    private bool HasAddress(in EvResolved e) => IsThisAttempt(in e) && e.Addresses.Length > 0;

    private bool HasNextAddress() => Race.HasNext;

    private bool IsStillTrying() => Race.IsRunning;

    private void AcConnect(in EvConnect e)
    {
        var attempt = ++Attempts.Number;
        _isAccepted = false;
        EndPoint? literal;
        try
        {
            SslOptions?.CheckClient(Logger);
            (Host, Port) = NextOf(in e);
            literal = Destination.OfLiteral(Host, Port);
        }
        catch (GObjException)
        {
            // A mistake of the sender: the exception goes to the sender.
            ChangeState(State.Disconnected);
            throw;
        }
        catch (Exception x)
        {
            this.PostAlways(new EvResolved(attempt, [], SocketError.NoData, x));
            return;
        }

        if (literal is not null)
        {
            this.Send(new EvResolved(attempt, [literal], SocketError.Success));
        }
        else
        {
            _ = ResolveAsync(Host, Port, attempt);
        }
    }

    /// <summary>
    /// Returns the first destination of this connect. Several ports are tried only if neither the event nor a delegate names one.
    /// </summary>
    private (string Host, int Port) NextOf(in EvConnect e)
    {
        Attempts.Ports?.End();
        if (e.Host is null && e.Port is null && NextDestination is { } next)
        {
            return next(this);
        }

        var host = e.Host ?? Host;
        if (e.Port is not null || !UseMultiPorts || UnixHost.Is(host))
        {
            return (host, e.Port ?? Port);
        }

        PortsInTurn.Begin();
        return PortsInTurn.HasNext ? (host, PortsInTurn.Next()) : throw new GObjException(
            $"{this} has no port to connect to: set Ports, or set UseMultiPorts to false.");
    }

    private void AcResolved(in EvResolved e)
    {
        Attempts.Race = new ConnectRace(this, Reactor, e.Addresses);
        AcTryNext();
    }

    private void AcNotResolved(in EvResolved e)
    {
        NetLog.NotResolved(Logger, this, Host, e.Error, e.Exception);
        End(DisconnectReason.ResolveFailed, e.Error, e.Exception);
    }

    private void AcTryNext()
    {
        var remote = Race.StartNext();
        Ip = remote is IPEndPoint ip ? ip.Address.ToString() : "";
        NetLog.Connecting(Logger, this, remote);
        if (Race.HasNext)
        {
            StartTimer(ConnectionAttemptDelay, new EvNextAttempt());
        }
    }

    private bool HasNextPort() => _attempts?.Ports is { HasNext: true };

    private void AcTryNextPort(in EvLinkFailed e) => TryNextPort(e.Error);

    private void AcPortTimedOut() => TryNextPort(SocketError.TimedOut);

    private void TryNextPort(SocketError error)
    {
        NetLog.NotConnected(Logger, this, Host, Port, error);
        Port = PortsInTurn.Next();
        var destinations = Race.At(Port);
        StopConnecting();
        Attempts.Race = new ConnectRace(this, Reactor, destinations);
        AcTryNext();
    }

    private void AcConnectFailed(in EvLinkFailed e)
    {
        NetLog.NotConnected(Logger, this, Host, Port, e.Error);
        End(DisconnectReason.ConnectFailed, e.Error);
    }

    private void AcConnectTimedOut()
    {
        NetLog.NotConnected(Logger, this, Host, Port, SocketError.TimedOut);
        End(DisconnectReason.ConnectTimedOut, SocketError.TimedOut);
    }

    private void AcAccepted(in EvAccepted e)
    {
        TakeAccepted(in e);
        Open();
    }

    private void AcConnected(in EvLinkUp e)
    {
        StopConnecting();
        TakeLink(e.Link);
        Open();
    }

    private void TakeAccepted(in EvAccepted e)
    {
        _isAccepted = true;
        _server = e.Server;
        TakeLink(e.Link);
    }

    private void TakeLink(StreamLink link)
    {
        _link = link;
        _link.Owner = this;
        if (!NoDelay || KeepAlive > TimeSpan.Zero || UserTimeout > TimeSpan.Zero)
        {
            _link.Configure(new LinkOptions(
                Milliseconds(KeepAlive), Milliseconds(KeepAliveInterval), KeepAliveCount, Milliseconds(UserTimeout), !NoDelay));
        }
    }

    private void Open()
    {
        NetLog.Connected(Logger, this);
        try
        {
            _link!.Watch(Wanted);
        }
        catch (SocketException x)
        {
            // The system cannot watch one more socket, so the loop would get no event of this connection.
            this.Send(new EvLinkBroken(x.SocketErrorCode));
            return;
        }

        _isAnnounced = true;
        NetMeter.Opened(_isAccepted);
        TellSubscribers(new EvConnected(this));
        Begin();
    }

    /// <summary>
    /// Flushes the messages that were sent during connecting. Without any, publishes EvTransmitReady, unless the subscriber's action on
    /// EvConnected has filled the output already.
    /// </summary>
    private void Begin()
    {
        if (IsDestroyed || CurrentState is not (State.Connected or State.Finishing))
        {
            return;
        }

        BeginIdling();
        if (CurrentState == State.Finishing)
        {
            // The subscriber's action on EvConnected has ended the stream, after the messages that were sent before.
            return;
        }

        if (_flushWhenConnected)
        {
            Flush();
        }
        else if (!_flushing)
        {
            SayDrained();
        }
    }

    private void StopConnecting()
    {
        if (_attempts is { } attempts)
        {
            attempts.Race?.Stop();
            attempts.Race = null;
            StopTimer<EvNextAttempt>();
        }
    }

    /// <summary>Queries the name service on another thread and posts the answer as EvResolved.</summary>
    private async Task ResolveAsync(string host, int port, int attempt)
    {
        EvResolved answer;
        try
        {
            var addresses = await (Resolver ?? Dns.GetHostAddressesAsync)(host, CancellationToken.None).ConfigureAwait(false);
            answer = addresses.Length > 0
                ? new EvResolved(attempt, Destination.Interleave(addresses, port), SocketError.Success)
                : new EvResolved(attempt, [], SocketError.NoData);
        }
        catch (SocketException x)
        {
            answer = new EvResolved(attempt, [], x.SocketErrorCode);
        }
        catch (Exception x)
        {
            // The host is not a valid name (too long, or with invalid characters), or the application's Resolver failed.
            answer = new EvResolved(attempt, [], SocketError.HostNotFound, x);
        }

        this.PostAlways(answer);
    }

    private static int Milliseconds(TimeSpan time) => (int)Math.Min(Math.Ceiling(time.TotalMilliseconds), int.MaxValue);
}
