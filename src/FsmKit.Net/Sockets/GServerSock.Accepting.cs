using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace FsmKit.Net;

/// <content>Listening and accepting.</content>
public sealed partial class GServerSock : IListenEvents
{
    /// <summary>How long it waits after the system had no descriptor left.</summary>
    private const int StarvedMilliseconds = 100;

    /// <summary>How many connections are accepted before the others of the loop get their turn.</summary>
    private const int Batch = 64;

    private ListenLink? _link;
    private long _accepted;
    private bool _wasStarved;

    void IListenEvents.OnAcceptable() => this.Send(new EvAcceptable());

    /// <inheritdoc/>
    protected override void StartUp()
    {
        var local = new IPEndPoint(Address(), Port);
        ListenLink link;
        try
        {
            link = NetReactor.Of(Gaplic).Listen(local, Backlog, ReusePort, this);
        }
        catch (SocketException x)
        {
            throw new GObjException($"{this} cannot listen on {local}: {x.Message}. {Advice(x.SocketErrorCode)}", x);
        }

        _link = link;
        var address = link.LocalEndPoint ?? local;
        Port = ((IPEndPoint)address).Port;
        link.Watch(true);
        NetLog.Listening(Gaplic.Logger, this, address);
    }

    /// <inheritdoc/>
    protected override void GoOut() => _link?.Close();

    private static string Advice(SocketError error) => error switch
    {
        SocketError.AddressAlreadyInUse => "Choose another port (0 takes a free one), or end the program that listens there.",
        SocketError.AccessDenied => "Ports below 1024 need a privilege on most systems.",
        SocketError.AddressNotAvailable => "The address is none of this machine's.",
        _ => "Check host and port.",
    };

    private IPAddress Address()
    {
        if (Host.Length == 0)
        {
            return IPAddress.Any;
        }

        if (IPAddress.TryParse(Host, out var address))
        {
            return address;
        }

        try
        {
            var found = Dns.GetHostAddresses(Host);
            return Array.Find(found, static candidate => candidate.AddressFamily == AddressFamily.InterNetwork) ?? found[0];
        }
        catch (SocketException x)
        {
            throw new GObjException($"{this} cannot listen on '{Host}': {x.Message}. Give an address, or a name that has one.", x);
        }
    }

    private void AcAccept()
    {
        for (var left = Batch; left > 0 && !IsDestroyed; left--)
        {
            var link = _link!.Accept(out var error);
            if (link is not null)
            {
                if (_wasStarved)
                {
                    _wasStarved = false;
                    NetLog.Recovered(Gaplic.Logger, this);
                }

                Welcome(link);
                continue;
            }

            switch (error)
            {
                case SocketError.WouldBlock:
                    return;
                case SocketError.TooManyOpenSockets or SocketError.NoBufferSpaceAvailable:
                    this.Send(new EvStarved(error));
                    return;
                default:
                    NetLog.AcceptFailed(Gaplic.Logger, this, error);
                    break;
            }
        }
    }

    private void Welcome(StreamLink link)
    {
        GSock gsock;
        try
        {
            var name = Name.Length == 0 ? null : string.Create(CultureInfo.InvariantCulture, $"{Name}.clisrv_{++_accepted:x}");
            gsock = (Subscriber ?? Parent!).Create<GSock>(name, AutoDestroy ? static gsock => gsock.AutoDestroy = true : null);
        }
        catch (Exception x)
        {
            NetLog.NotCreated(Gaplic.Logger, this, x);
            link.Close();
            return;
        }

        NGsocks++;
        gsock.Accept(link, this);
    }

    /// <summary>One line per dry spell in the log, however often it is tried meanwhile.</summary>
    private void AcPause(in EvStarved e)
    {
        _link!.Watch(false);
        if (!_wasStarved)
        {
            NetLog.Starved(Gaplic.Logger, this, e.Error, StarvedMilliseconds);
        }

        _wasStarved = true;
    }

    private void AcTryAgain() => _link!.Watch(true);

    private void AcGsockGone() => NGsocks--;

    /// <summary>A connection is waiting to be accepted.</summary>
    private readonly record struct EvAcceptable;

    /// <summary>The system has no descriptor or memory for another connection.</summary>
    private readonly record struct EvStarved(SocketError Error);
}
