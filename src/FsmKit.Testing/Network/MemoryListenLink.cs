using System.Net;
using System.Net.Sockets;
using FsmKit.Net;

namespace FsmKit.Testing;

/// <summary>Link of a <see cref="MemoryReactor"/> on a listening socket.</summary>
internal sealed class MemoryListenLink : ListenLink, IMemoryTarget
{
    private readonly MemoryReactor _reactor;
    private readonly MemoryBacklog _backlog;
    private bool _accepting;

    public MemoryListenLink(MemoryReactor reactor, MemoryBacklog backlog, IListenEvents owner)
    {
        _reactor = reactor;
        _backlog = backlog;
        _backlog.Target = this;
        Owner = owner;
    }

    public bool IsQueued { get; set; }

    public bool IsReady => !IsClosed && _accepting && _backlog.HasConnection;

    public MemoryReactor Place => _reactor;

    object? IMemoryTarget.Owner => Owner;

    public override StreamLink? Accept(out SocketError error)
    {
        lock (_reactor.Network.Gate)
        {
            var dice = _reactor.Network.Dice;
            error = !_reactor.Descriptors.HasRoom() ? SocketError.TooManyOpenSockets // As Linux does, whether a connection waits or not.
                : !_backlog.HasConnection ? SocketError.WouldBlock
                : dice.FailsAccept() ? dice.AcceptError
                : SocketError.Success;
            return error == SocketError.Success ? _reactor.Adopt(_backlog.Accept()!) : null;
        }
    }

    public override void Watch(bool accepting)
    {
        lock (_reactor.Network.Gate)
        {
            _accepting = accepting;
            MayBeReady();
        }
    }

    public override void Close()
    {
        if (IsClosed)
        {
            return;
        }

        lock (_reactor.Network.Gate)
        {
            IsClosed = true;
            _backlog.Close();
        }

        _reactor.Forget(this);
    }

    public void MayBeReady() => _reactor.Look(this);

    void IMemoryTarget.TellOwner() => Owner?.OnAcceptable();

    protected override EndPoint? ReadLocalEndPoint() => IsClosed ? null : _backlog.Local;
}
