using System.Buffers;
using System.Net.Security;
using System.Net.Sockets;

namespace FsmKit.Net;

/// <content>The handshake of a socket without a <see cref="GSock"/>.</content>
public sealed partial class TlsOptions
{
    /// <summary>
    /// Runs the handshake of a server on a connected socket, with the certificates, versions and cipher suites of these options. Callable from any
    /// thread; handshakes of several sockets may run at the same time.
    /// </summary>
    /// <param name="socket">A connected socket. The stream owns the socket; a failed handshake closes it.</param>
    /// <param name="cancellation">Cancels the handshake.</param>
    /// <returns>The encrypted stream.</returns>
    /// <exception cref="System.Security.Authentication.AuthenticationException">
    /// The peer and these options have no common version or cipher suite, a certificate was refused, or the options have no certificate.
    /// </exception>
    /// <exception cref="IOException">The connection broke during the handshake.</exception>
    /// <exception cref="SocketException">The connection was already broken.</exception>
    /// <exception cref="OperationCanceledException">
    /// The call was cancelled, or the handshake took longer than <see cref="HandshakeTimeout"/>.
    /// </exception>
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

    /// <summary>Peeks at the first record. An incomplete record counts as that of a client without TLS 1.3.</summary>
    private static async ValueTask<bool> OffersTls13Async(Socket socket, CancellationToken cancellation)
    {
        // A silent peer costs a buffer of one byte only.
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
