using System.Net.Security;
using System.Net.Sockets;

namespace FsmKit.Net.Listening;

/// <content>TLS: a connection is delivered after its handshake, and does not wait for the handshakes of others.</content>
internal sealed partial class AcceptQueue
{
    /// <summary>
    /// Largest number of handshakes at a time. More connections stay in the backlog. A handshake ends with its timeout at the latest.
    /// </summary>
    private const int MaxHandshakes = 1024;

    private CancellationTokenSource? _end;
    private int _handshakes;

    /// <summary>Delegate that runs the handshake. Returns null, with the socket closed, after a failure; does not throw. Null: no TLS.</summary>
    public Func<Socket, CancellationToken, Task<SslStream?>>? Secure { get; set; }

    private async Task SecureAsync(AcceptedSocket accepted, CancellationToken end)
    {
        var stream = await Secure!(accepted.Socket, end).ConfigureAwait(false);
        lock (_lock)
        {
            _handshakes--;
        }

        if (stream is not null)
        {
            Deliver(accepted with { Secure = stream }, null);
        }

        // The end of this handshake makes room for another one.
        Accept();
    }
}
