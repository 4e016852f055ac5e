using System.Net;
using System.Net.Sockets;

namespace FsmKit.Net;

/// <content>From a destination to a connection.</content>
public sealed partial class GSock
{
    private int _attempt;
    private IPAddress[] _addresses = [];
    private int _nextAddress;

    private bool IsAddress(in EvConnect e) => IPAddress.TryParse(e.Host ?? Host, out _);

    private bool IsThisAttempt(in EvResolved e) => e.Attempt == _attempt;

    private bool HasAddress(in EvResolved e) => IsThisAttempt(in e) && e.Addresses.Length > 0;

    private bool HasNextAddress() => _nextAddress < _addresses.Length;

    private void AcConnect(in EvConnect e)
    {
        TakeDestination(in e);
        ConnectTo([IPAddress.Parse(Host)]);
    }

    private void AcResolve(in EvConnect e)
    {
        TakeDestination(in e);
        _ = ResolveAsync(Host, ++_attempt);
    }

    private void AcResolved(in EvResolved e) => ConnectTo(e.Addresses);

    private void AcNotResolved(in EvResolved e)
    {
        NetLog.NotResolved(Gaplic.Logger, this, Host, e.Error);
        End(DisconnectReason.ResolveFailed, e.Error);
    }

    private void AcConnectToNext()
    {
        CloseLink();
        var remote = new IPEndPoint(_addresses[_nextAddress++], Port);
        NetLog.Connecting(Gaplic.Logger, this, remote);
        _link = Reactor.Connect(remote, this);
    }

    private void AcConnectFailed(in EvLinkFailed e)
    {
        NetLog.NotConnected(Gaplic.Logger, this, Host, Port, e.Error);
        End(DisconnectReason.ConnectFailed, e.Error);
    }

    private void AcConnectTimedOut()
    {
        _attempt++;
        NetLog.NotConnected(Gaplic.Logger, this, Host, Port, SocketError.TimedOut);
        End(DisconnectReason.ConnectTimedOut, SocketError.TimedOut);
    }

    private void AcAccepted(in EvAccepted e)
    {
        _server = e.Server;
        _link = e.Link;
        _link.Owner = this;
        Open();
    }

    private void AcConnected() => Open();

    private void TakeDestination(in EvConnect e)
    {
        Host = e.Host ?? Host;
        Port = e.Port ?? Port;
    }

    private void ConnectTo(IPAddress[] addresses)
    {
        _addresses = addresses;
        _nextAddress = 0;
        AcConnectToNext();
    }

    private void Open()
    {
        NetLog.Connected(Gaplic.Logger, this);
        try
        {
            _link!.Watch(Interest.Read);
        }
        catch (SocketException x)
        {
            // The system has no room to watch one more socket: the connection would never be heard of again.
            this.Send(new EvLinkBroken(x.SocketErrorCode));
            return;
        }

        Publish(new EvConnected(this));

        // What was sent while the connection was made goes out now; otherwise there is room to begin with.
        if (CurrentState == State.Connected)
        {
            if (_flushWhenConnected)
            {
                Flush();
            }
            else
            {
                SayDrained();
            }
        }
    }

    /// <summary>The name service is asked on another thread; its answer comes back as an event.</summary>
    private async Task ResolveAsync(string host, int attempt)
    {
        EvResolved answer;
        try
        {
            var addresses = await Dns.GetHostAddressesAsync(host).ConfigureAwait(false);
            answer = new EvResolved(attempt, addresses, addresses.Length > 0 ? SocketError.Success : SocketError.NoData);
        }
        catch (SocketException x)
        {
            answer = new EvResolved(attempt, [], x.SocketErrorCode);
        }
        catch (ArgumentException)
        {
            // The name is no name: too long, or with characters that none has.
            answer = new EvResolved(attempt, [], SocketError.HostNotFound);
        }

        Post(this, answer);
    }
}
