using System.Net;
using System.Net.Sockets;
using FsmKit.Net;

namespace FsmKit.Testing;

/// <summary>Link of a <see cref="MemoryReactor"/> on one end of a connection.</summary>
internal sealed class MemoryStreamLink : StreamLink, IMemoryTarget
{
    private readonly MemoryReactor _reactor;
    private readonly MemoryNetwork _network;
    private readonly MemoryEnd _end;
    private Interest _interest;
    private bool _connecting;

    // Breaks are told only after the connect, or after the first Watch of an accepted link.
    private bool _isWatched;

    // The owner was told of the failure, by OnBroken or by a result of Receive or Send.
    private bool _broken;
    private bool _isSpurious;

    public MemoryStreamLink(MemoryReactor reactor, MemoryEnd end)
    {
        _reactor = reactor;
        _network = reactor.Network;
        _end = end;
        _end.Target = this;
    }

    public override bool IsPending => false;

    public bool IsQueued { get; set; }

    public bool IsReady => !IsClosed
        && (_connecting ? HasOutcome : IsReadReady || IsBreakReady || ((_interest & Interest.Write) != 0 && _end.IsWritable));

    public MemoryReactor Place => _reactor;

    object? IMemoryTarget.Owner => Owner;

    private bool HasOutcome => _end.IsConnected || _end.Error != SocketError.Success;

    private bool IsReadReady => (_interest & Interest.Read) != 0 && (_end.IsReadable || _isSpurious);

    private bool IsBreakReady =>
        (_interest & Interest.Read) == 0 && _isWatched && !_broken && _end.Error != SocketError.Success;

    public override int Receive(Span<byte> into, out SocketError error, bool peeks = false)
    {
        ArgumentOutOfRangeException.ThrowIfZero(into.Length);
        lock (_network.Gate)
        {
            if (peeks)
            {
                return _end.Peek(into, out error);
            }

            var most = Math.Min(into.Length, _end.Available);
            var count = _end.Receive(most == 0 ? into : into[.._network.Dice.PartOfReceive(most)], out error);
            _broken |= count < 0 && error != SocketError.WouldBlock;
            return count;
        }
    }

    public override int Send(ReadOnlySpan<byte> data, out SocketError error)
    {
        lock (_network.Gate)
        {
            var count = _end.Send(data[.._network.Dice.PartOfSend(data.Length)], out error);
            _broken |= error is not (SocketError.Success or SocketError.WouldBlock or SocketError.Shutdown);
            return count;
        }
    }

    public override void Watch(Interest interest)
    {
        lock (_network.Gate)
        {
            if (_interest == interest || IsClosed)
            {
                return;
            }

            _interest = interest;
            _isWatched = true;
            MayBeReady();
        }
    }

    public override void Configure(in LinkOptions options)
    {
        // Connections in memory have none of these options.
    }

    public override void ShutdownSend()
    {
        lock (_network.Gate)
        {
            _end.EndSending();
        }
    }

    public override void Abort() => Close(abortive: true);

    public override void Close() => Close(abortive: false);

    public override IDisposable Detach()
    {
        ObjectDisposedException.ThrowIf(IsClosed, this);
        lock (_network.Gate)
        {
            IsClosed = true;
            _end.Target = null;
        }

        _reactor.Forget(this, keepsDescriptor: true);
        return new LooseEnd(_network, _end, _reactor.Descriptors);
    }

    /// <summary>Starts connecting. Called under the gate.</summary>
    public void Connect(EndPoint remote, ILinkEvents owner)
    {
        RemoteEndPoint = remote;
        Owner = owner;
        _connecting = true;
        _network.Start(_end);
    }

    public void MayBeReady() => _reactor.Look(this);

    void IMemoryTarget.TellOwner()
    {
        if (_connecting)
        {
            FinishConnect();
            return;
        }

        bool reads, breaks;
        SocketError error;
        lock (_network.Gate)
        {
            (reads, breaks, error) = (IsReadReady, IsBreakReady, _end.Error);
            _broken |= breaks;
            _isSpurious = reads && !_isSpurious && _network.Dice.IsSpurious();
        }

        if (breaks)
        {
            Owner?.OnBroken(error);
            return;
        }

        if (reads)
        {
            Owner?.OnReadable();
        }

        // The owner may have closed the link, or changed what it watches.
        if (!IsClosed && (_interest & Interest.Write) != 0 && CanSend())
        {
            Owner?.OnWritable();
        }
    }

    protected override EndPoint? ReadLocalEndPoint() => IsClosed ? null : _end.Local;

    protected override EndPoint? ReadRemoteEndPoint() => IsClosed ? null : _end.Remote;

    private void FinishConnect()
    {
        _connecting = false;
        if (_end.Error != SocketError.Success && !_end.IsConnected)
        {
            Close();
            Owner?.OnConnectFailed(_end.Error);
            return;
        }

        _isWatched = true;
        Owner?.OnConnected();
    }

    private bool CanSend()
    {
        lock (_network.Gate)
        {
            return _end.IsWritable;
        }
    }

    private void Close(bool abortive)
    {
        if (IsClosed)
        {
            return;
        }

        lock (_network.Gate)
        {
            IsClosed = true;
            _end.Close(abortive);
        }

        _reactor.Forget(this);
    }
}
