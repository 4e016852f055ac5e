using System.Net;
using System.Net.Sockets;
using FsmKit.Net;

namespace FsmKit.Testing;

/// <summary>
/// Part of a loop that waits for sockets (<see cref="IReactor"/>), with the sockets in a <see cref="MemoryNetwork"/>. Set it as
/// <see cref="GAplicOptions.Reactor"/>.
/// </summary>
public sealed class MemoryReactor : NetReactor, IReadyReactor
{
    private readonly HashSet<Net.Link> _links = [];
    private readonly Func<bool> _hasWork;
    private List<IMemoryTarget> _ready = [];
    private List<IMemoryTarget> _served = [];
    private bool _woken;

    /// <summary>Creates a reactor in a network.</summary>
    public MemoryReactor(MemoryNetwork network)
    {
        ArgumentNullException.ThrowIfNull(network);
        Network = network;
        _hasWork = () => _ready.Count > 0 || _woken || IsDisposed;
    }

    /// <summary>The network of the sockets.</summary>
    public MemoryNetwork Network { get; }

    /// <summary>
    /// The number of open sockets and its limit, for all loops of one simulated process. Default: a table for this loop alone, without a
    /// limit. Setting a table also moves the sockets that are open already to it.
    /// </summary>
    public DescriptorTable Descriptors
    {
        get;
        set
        {
            ArgumentNullException.ThrowIfNull(value);
            field.Count(-_links.Count);
            field = value;
            field.Count(_links.Count);
        }
    }

    = new();

    /// <summary>
    /// Whether the next <see cref="Wait"/> has something to report to a socket. A test can run a loop until this is false.
    /// </summary>
    public bool IsReady
    {
        get
        {
            lock (Network.Gate)
            {
                Network.DeliverDue();
                return _ready.Count > 0 || HasDue;
            }
        }
    }

    /// <summary>Number of open links.</summary>
    internal int LinkCount => _links.Count;

    /// <inheritdoc/>
    public override void Wait(int milliseconds)
    {
        ObjectDisposedException.ThrowIf(IsDisposed, this);
        lock (Network.Gate)
        {
            Network.SleepUntil(_hasWork, HasDue ? 0 : milliseconds);
            _woken = false;
            (_ready, _served) = (_served, _ready);
            Network.Dice.Shuffle(_served);
        }

        TellDue();
        foreach (var target in _served)
        {
            Serve(target);
        }

        _served.Clear();
    }

    /// <inheritdoc/>
    public override void Wake()
    {
        lock (Network.Gate)
        {
            _woken = true;
            Network.WakeSleepers();
        }
    }

    internal override StreamLink Connect(EndPoint remote, ILinkEvents owner)
    {
        ObjectDisposedException.ThrowIf(IsDisposed, this);
        if (!MemoryAddress.IsKnown(remote))
        {
            return FailConnect(remote, owner, SocketError.AddressFamilyNotSupported); // a name: the reactor does not resolve names
        }

        if (!Descriptors.HasRoom())
        {
            return FailConnect(remote, owner, SocketError.TooManyOpenSockets);
        }

        lock (Network.Gate)
        {
            var link = Keep(new MemoryStreamLink(this, Network.NewClient(remote)));
            link.Connect(remote, owner);
            return link;
        }
    }

    internal override ListenLink Listen(EndPoint local, int backlog, bool reusePort, IListenEvents owner)
    {
        ObjectDisposedException.ThrowIf(IsDisposed, this);
        if (!Descriptors.HasRoom())
        {
            throw new SocketException((int)SocketError.TooManyOpenSockets);
        }

        lock (Network.Gate)
        {
            return Keep(new MemoryListenLink(this, Network.Bind(local, backlog, reusePort), owner));
        }
    }

    internal override StreamLink Attach(IDisposable socket)
    {
        ObjectDisposedException.ThrowIf(IsDisposed, this);
        lock (Network.Gate)
        {
            return socket is LooseEnd loose && loose.Network == Network ? Adopt(loose) : base.Attach(socket);
        }
    }

    internal MemoryStreamLink Adopt(MemoryEnd end) => Keep(new MemoryStreamLink(this, end));

    /// <summary>Removes a link. Its descriptor is free again, unless a <see cref="LooseEnd"/> keeps it.</summary>
    internal void Forget(Net.Link link, bool keepsDescriptor = false)
    {
        if (_links.Remove(link) && !keepsDescriptor)
        {
            Descriptors.Count(-1);
        }
    }

    /// <summary>Adds a target that is ready to the list for the next <see cref="Wait"/>. Called under the gate.</summary>
    internal void Look(IMemoryTarget target)
    {
        if (target.IsQueued || !target.IsReady)
        {
            return;
        }

        target.IsQueued = true;
        _ready.Add(target);
        Network.WakeSleepers();
    }

    private protected override void DisposeCore()
    {
        foreach (var link in _links.ToArray())
        {
            link.Close();
        }

        Wake();
    }

    private T Keep<T>(T link)
        where T : Net.Link
    {
        _links.Add(link);
        Descriptors.Count(1);
        return link;
    }

    /// <summary>Takes over an end with its descriptor. An end of another process needs a descriptor of this one.</summary>
    private MemoryStreamLink Adopt(LooseEnd loose)
    {
        if (loose.Descriptors != Descriptors && !Descriptors.HasRoom())
        {
            throw new SocketException((int)SocketError.TooManyOpenSockets);
        }

        loose.LetGo();
        return Adopt(loose.End);
    }

    // Targets that become ready from here on, this one included, are served in the next Wait.
    private void Serve(IMemoryTarget target)
    {
        lock (Network.Gate)
        {
            target.IsQueued = false;
            if (!target.IsReady)
            {
                return;
            }
        }

        try
        {
            target.TellOwner();
        }
        catch (Exception e)
        {
            Report(target.Owner, e);
        }

        lock (Network.Gate)
        {
            Look(target);
        }
    }
}
