using System.Net.Security;
using System.Net.Sockets;

namespace FsmKit.Net.Listening;

/// <content>TLS: a connection is given to nobody before its handshake is done, and none waits for the handshake of another.</content>
internal sealed partial class AcceptQueue
{
    /// <summary>More connections than these stay in the backlog; each of them ends by its timeout at the latest.</summary>
    private const int MaxHandshakes = 1024;

    private CancellationTokenSource? _end;
    private int _handshakes;

    /// <summary>Makes the handshake; null when it has failed, and the socket is closed. It does not throw.</summary>
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

        // Whoever still waits has room for one more handshake now.
        Accept();
    }
}
