using System.Net;
using System.Threading.Channels;
using Microsoft.AspNetCore.Connections;

namespace FsmKit.AspNetCore;

/// <summary>A listening endpoint of the transport, on one or several loops.</summary>
internal sealed class TransportListener(EndPoint address, IReadOnlyList<(TransportLoop Loop, GTransportListener Gobj)> listeners, Channel<ConnectionContext> accepted)
    : IConnectionListener
{
    private bool _isUnbound;

    public EndPoint EndPoint => address;

    /// <summary>Returns the next connection; null when the listener is unbound.</summary>
    public async ValueTask<ConnectionContext?> AcceptAsync(CancellationToken cancellationToken = default)
    {
        while (await accepted.Reader.WaitToReadAsync(cancellationToken).ConfigureAwait(false))
        {
            if (accepted.Reader.TryRead(out var connection))
            {
                return connection;
            }
        }

        return null;
    }

    /// <summary>Stops accepting. The token is not looked at: the loop is asked once, and a server that is disposed brings a cancelled one.</summary>
    public async ValueTask UnbindAsync(CancellationToken cancellationToken = default)
    {
        if (_isUnbound)
        {
            return;
        }

        _isUnbound = true;
        foreach (var (loop, gobj) in listeners)
        {
            await loop.Invoke(() =>
            {
                gobj.Unbind();
                return true;
            }).ConfigureAwait(false);
        }

        accepted.Writer.TryComplete();
        while (accepted.Reader.TryRead(out var connection))
        {
            connection.Abort();
            await connection.DisposeAsync().ConfigureAwait(false);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await UnbindAsync().ConfigureAwait(false);
        foreach (var (loop, gobj) in listeners)
        {
            await loop.Invoke(() =>
            {
                gobj.Destroy();
                return true;
            }).ConfigureAwait(false);
        }
    }
}
