using System.Net;
using System.Net.Sockets;

namespace FsmKit.Net.Tests;

/// <summary>A listening link that has nothing but the errors that a test gives it.</summary>
internal sealed class ScriptedListenLink : ListenLink
{
    public Queue<SocketError> Errors { get; } = new();

    public int Accepts { get; private set; }

    public bool IsWatched { get; private set; }

    public void Tell() => Owner!.OnAcceptable();

    public override StreamLink? Accept(out SocketError error)
    {
        Accepts++;
        error = Errors.TryDequeue(out var next) ? next : SocketError.WouldBlock;
        return null;
    }

    public override void Watch(bool accepting) => IsWatched = accepting;

    public override void Close() => IsClosed = true;

    protected override EndPoint? ReadLocalEndPoint() => new IPEndPoint(IPAddress.Loopback, 1);
}
