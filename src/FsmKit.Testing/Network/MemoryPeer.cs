using System.Net;
using System.Net.Sockets;
using FsmKit.Net;

namespace FsmKit.Testing;

/// <summary>
/// Peer of a connection without a gobj, for a test. Its deliveries pass the delays and resets of the network, but no call blocks, throws or
/// is cut short by faults. Callable from any thread.
/// </summary>
public sealed class MemoryPeer : IDisposable
{
    private readonly MemoryNetwork _network;
    private readonly MemoryEnd _end;

    internal MemoryPeer(MemoryNetwork network, MemoryEnd end) => (_network, _end) = (network, end);

    /// <summary>The local address; null for a Unix socket that connected.</summary>
    public EndPoint? LocalEndPoint => _end.Local;

    /// <summary>The address of the other side.</summary>
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

    /// <summary>Receives all bytes that have arrived.</summary>
    public byte[] Receive()
    {
        lock (_network.Gate)
        {
            var data = new byte[Available];
            _ = Receive(data);
            return data;
        }
    }

    /// <summary>Waits until bytes, the end of the stream or a reset have arrived. For a loop that runs on another thread.</summary>
    /// <param name="atMost">Maximum wait in system time.</param>
    /// <returns>True when something has arrived.</returns>
    public bool Wait(TimeSpan atMost)
    {
        lock (_network.Gate)
        {
            _network.SleepUntil(() => _end.IsReadable, (int)Math.Min(atMost.TotalMilliseconds, int.MaxValue - 1));
            return _end.IsReadable;
        }
    }

    /// <summary>Ends the own stream; receiving still works.</summary>
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
