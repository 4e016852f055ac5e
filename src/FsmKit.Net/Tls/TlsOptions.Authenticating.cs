using System.Buffers;
using System.Net.Security;
using System.Net.Sockets;

namespace FsmKit.Net;

/// <content>The handshake of a socket that is no gsock.</content>
public sealed partial class TlsOptions
{
    /// <summary>Makes the handshake of a server on a connected socket: certificates by host name, versions and suites are those of the options.</summary>
    /// <returns>A stream that owns the socket.</returns>
    /// <remarks>The socket is closed when the handshake fails. Several handshakes may be under way at the same time, in any thread.</remarks>
    /// <exception cref="System.Security.Authentication.AuthenticationException">The peer and these options do not agree, or there is no certificate.</exception>
    /// <exception cref="IOException">The connection broke.</exception>
    /// <exception cref="SocketException">The connection was broken before.</exception>
    /// <exception cref="OperationCanceledException">The call was cancelled, or the handshake took longer than <see cref="HandshakeTimeout"/>.</exception>
    public async Task<SslStream> AuthenticateAsServerAsync(Socket socket, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(socket);
        SslStream? stream = null;
        try
        {
            stream = new SslStream(new NetworkStream(socket, ownsSocket: true));
            using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
            if (HandshakeTimeout > TimeSpan.Zero)
            {
                end.CancelAfter(HandshakeTimeout);
            }

            var state = await OffersTls13Async(socket, end.Token).ConfigureAwait(false) ? TlsServer.SpeaksTls13 : null;
            await stream.AuthenticateAsServerAsync(Server.Choose, state, end.Token).ConfigureAwait(false);
            return stream;
        }
        catch
        {
            stream?.Dispose();
            socket.Dispose();
            throw;
        }
    }

    /// <summary>Looks at the first record without taking it; a record that comes in parts is taken for that of an old client.</summary>
    private static async ValueTask<bool> OffersTls13Async(Socket socket, CancellationToken cancellation)
    {
        // A peer that says nothing costs one byte.
        await socket.ReceiveAsync(new byte[1].AsMemory(), SocketFlags.Peek, cancellation).ConfigureAwait(false);
        var buffer = ArrayPool<byte>.Shared.Rent(TlsRecord.MaxLength);
        try
        {
            return ClientHello.OffersTls13(buffer.AsSpan(0, socket.Receive(buffer.AsSpan(0, TlsRecord.MaxLength), SocketFlags.Peek)));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
