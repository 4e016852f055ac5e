using System.Net.Sockets;

namespace FsmKit.Net.Tests;

/// <summary>A blocking stream that sends each byte by itself.</summary>
internal sealed class Drip : NetworkStream
{
    public Drip(Socket socket)
        : base(Blocking(socket), ownsSocket: false)
    {
    }

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        for (var i = 0; i < buffer.Length; i++)
        {
            Socket.Send(buffer.Slice(i, 1));
        }
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    private static Socket Blocking(Socket socket)
    {
        socket.Blocking = true;
        socket.NoDelay = true;
        return socket;
    }
}
