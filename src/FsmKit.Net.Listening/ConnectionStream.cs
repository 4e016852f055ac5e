using System.Net.Sockets;
using System.Runtime.CompilerServices;

namespace FsmKit.Net.Listening;

/// <summary>Stream of a connection that records whether a read is pending.</summary>
internal sealed class ConnectionStream(Socket socket) : NetworkStream(socket, ownsSocket: true)
{
    private int _reads;

    public bool IsBeingRead => Volatile.Read(ref _reads) > 0;

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var read = base.ReadAsync(buffer, cancellationToken);
        return read.IsCompleted ? read : Counted(read);
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<int> Counted(ValueTask<int> read)
    {
        Interlocked.Increment(ref _reads);
        try
        {
            return await read.ConfigureAwait(false);
        }
        finally
        {
            Interlocked.Decrement(ref _reads);
        }
    }
}
