using System.Buffers;
using System.Net.Sockets;

namespace FsmKit.Net;

/// <summary>Send operation for bytes that a link took before the kernel had room, in a pooled buffer.</summary>
internal sealed class PendingSend(SocketStreamLink link, CompletionQueue queue) : Operation(queue)
{
    private const int MaxLength = 64 * 1024;

    private Socket? _socket;
    private byte[]? _pooled;

    public override object? Owner => link.Owner;

    /// <summary>Starts the send of up to 64 KiB. Returns the number of bytes taken.</summary>
    public int Start(Socket socket, ReadOnlySpan<byte> data)
    {
        var count = Math.Min(data.Length, MaxLength);
        _socket = socket;
        _pooled = ArrayPool<byte>.Shared.Rent(count);
        data[..count].CopyTo(_pooled);
        SetBuffer(_pooled, 0, count);
        Started(socket.SendAsync(this));
        return count;
    }

    protected override void Finish()
    {
        if (SocketError == SocketError.Success && BytesTransferred < Count && !link.IsClosed)
        {
            SetBuffer(Offset + BytesTransferred, Count - BytesTransferred);
            Started(_socket!.SendAsync(this));
            return;
        }

        SetBuffer(null, 0, 0);
        ArrayPool<byte>.Shared.Return(_pooled!);
        _pooled = null;
        link.Sent(SocketError);
    }
}
