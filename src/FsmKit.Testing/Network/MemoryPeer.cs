using System.Net;
using System.Net.Sockets;
using FsmKit.Net;

namespace FsmKit.Testing;

/// <summary>
/// One side of a connection of a <see cref="MemoryNetwork"/>, for a test that uses it without a gobj. The delays and resets of
/// <see cref="MemoryNetwork.Faults"/> affect its data, but no call throws or takes fewer bytes because of them. Only <see cref="Wait"/>
/// blocks. Callable from any thread.
/// </summary>
public sealed class MemoryPeer : IDisposable
{
    private readonly MemoryNetwork _network;
    private readonly MemoryEnd _end;

    internal MemoryPeer(MemoryNetwork network, MemoryEnd end) => (_network, _end) = (network, end);

    /// <summary>The local address; null for a Unix socket that connected.</summary>
    public EndPoint? LocalEndPoint => _end.Local;

    /// <summary>The address of the other side; null if that is a Unix socket that connected.</summary>
    public EndPoint? RemoteEndPoint => _end.Remote;

    /// <summary>Number of bytes that have arrived and are not received yet.</summary>
    public int Available
    {
        get
        {
            lock (_network.Gate)
            {
                _network.DeliverDue();
                return _end.Available;
            }
        }
    }

    /// <summary>Whether the other side has ended its stream and all bytes are received.</summary>
    public bool IsEnded
    {
        get
        {
            lock (_network.Gate)
            {
                _network.DeliverDue();
                return _end.IsEnded;
            }
        }
    }

    /// <summary>The error that broke the connection, <see cref="SocketError.ConnectionReset"/>; Success without one.</summary>
    public SocketError Error
    {
        get
        {
            lock (_network.Gate)
            {
                _network.DeliverDue();
                return _end.Error;
            }
        }
    }

    /// <summary>
    /// Sends as many bytes as there is room for and returns their number. Returns 0 when there is no room or the connection is gone.
    /// </summary>
    public int Send(ReadOnlySpan<byte> data)
    {
        lock (_network.Gate)
        {
            _network.DeliverDue();
            return _end.Send(data, out _);
        }
    }

    /// <summary>
    /// Receives bytes that have arrived, up to the length of the span, and returns their number. Returns 0 when nothing has arrived, at the
    /// end and after a reset.
    /// </summary>
    public int Receive(Span<byte> into)
    {
        lock (_network.Gate)
        {
            _network.DeliverDue();
            return into.IsEmpty ? 0 : Math.Max(0, _end.Receive(into, out _));
        }
    }

    /// <summary>Receives all bytes that have arrived; an empty array when there are none.</summary>
    public byte[] Receive()
    {
        lock (_network.Gate)
        {
            var data = new byte[Available];
            _ = Receive(data);
            return data;
        }
    }

    /// <summary>
    /// Blocks the calling thread until bytes, the end of the stream or a reset have arrived. For a test whose loop runs on another thread.
    /// </summary>
    /// <param name="atMost">Maximum wait in system time. Zero does not wait; a negative time sets no limit.</param>
    /// <returns>True when something has arrived.</returns>
    public bool Wait(TimeSpan atMost)
    {
        lock (_network.Gate)
        {
            _network.SleepUntil(() => _end.IsReadable, (int)Math.Min(atMost.TotalMilliseconds, int.MaxValue - 1));
            return _end.IsReadable;
        }
    }

    /// <summary>Ends the sending direction of the connection; receiving still works.</summary>
    public void End()
    {
        lock (_network.Gate)
        {
            _end.EndSending();
        }
    }

    /// <summary>Resets the connection.</summary>
    public void Reset()
    {
        lock (_network.Gate)
        {
            _end.Close(abortive: true);
        }
    }

    /// <summary>Closes the connection: ends the stream, or resets the connection when arrived bytes were not received.</summary>
    public void Dispose()
    {
        lock (_network.Gate)
        {
            _end.Close(abortive: false);
        }
    }
}
