using System.Net.Sockets;

namespace FsmKit.Net.Tests;

/// <summary>The other side of a connection without a link: a plain socket, or a peer of the memory network. Nothing of it blocks.</summary>
internal abstract class RawPeer : IDisposable
{
    public abstract int Available { get; }

    /// <summary>Whether there are bytes, the end of the stream or an error to receive.</summary>
    public abstract bool IsReadable { get; }

    public abstract int Send(ReadOnlySpan<byte> data);

    /// <summary>Receives bytes, and returns their number; 0 with Success is the end of the stream.</summary>
    public abstract int Receive(Span<byte> into, out SocketError error);

    /// <summary>Ends the own stream.</summary>
    public abstract void End();

    public abstract void Reset();

    public abstract void Dispose();
}

/// <summary>The peer of the reactors that have real sockets.</summary>
internal sealed class SocketPeer(Socket socket) : RawPeer
{
    public override int Available => socket.Available;

    public override bool IsReadable => socket.Poll(0, SelectMode.SelectRead);

    public override int Send(ReadOnlySpan<byte> data) => Math.Max(0, socket.Send(data, SocketFlags.None, out _));

    public override int Receive(Span<byte> into, out SocketError error) => Math.Max(0, socket.Receive(into, SocketFlags.None, out error));

    public override void End() => socket.Shutdown(SocketShutdown.Send);

    public override void Reset()
    {
        socket.LingerState = new LingerOption(true, 0);
        socket.Dispose();
    }

    public override void Dispose() => socket.Dispose();
}

/// <summary>The peer of the reactor in memory.</summary>
internal sealed class InMemoryPeer(MemoryPeer peer) : RawPeer
{
    public override int Available => peer.Available;

    public override bool IsReadable => Available > 0 || peer.IsEnded || peer.Error != SocketError.Success;

    public override int Send(ReadOnlySpan<byte> data) => peer.Send(data);

    public override int Receive(Span<byte> into, out SocketError error)
    {
        var count = peer.Receive(into);
        error = count > 0 || peer.IsEnded ? SocketError.Success
            : peer.Error != SocketError.Success ? peer.Error
            : SocketError.WouldBlock;
        return count;
    }

    public override void End() => peer.End();

    public override void Reset() => peer.Reset();

    public override void Dispose() => peer.Dispose();
}
