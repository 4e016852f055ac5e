using System.Net.Sockets;
using FsmKit.Net;

namespace FsmKit.Simulations.Listening;

/// <summary>A socket of the runtime that stands for one of the simulated network: its descriptor is never bound or connected.</summary>
internal sealed class WorldSocket : Socket
{
    private readonly Kernel _kernel;
    private readonly GSock? _gsock;
    private bool _isDisposed;

    /// <summary>Makes one that may listen.</summary>
    public WorldSocket(Kernel kernel)
        : this(kernel, gsock: null)
    {
    }

    /// <summary>Makes one of an accepted connection.</summary>
    public WorldSocket(Kernel kernel, GSock? gsock)
        : base(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) => (_kernel, _gsock) = (kernel, gsock);

    /// <summary>The port that it is bound to; 0 of one that is not.</summary>
    public int Port { get; set; }

    /// <summary>Whether the client is gone.</summary>
    public bool IsEnded => _gsock is not { IsConnected: true };

    /// <summary>Sends bytes to the client.</summary>
    public void Greet(byte[] data) => _kernel.Gaplic.PostCallback(() =>
    {
        if (!IsEnded)
        {
            _gsock!.Send(new EvSendData(data));
        }
    });

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing && !_isDisposed)
        {
            _isDisposed = true;
            _kernel.Close(this, _gsock);
        }
    }
}
