using System.Buffers;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;

namespace FsmKit.Net;

/// <content>TLS.</content>
public partial class SocketListener
{
    private bool _isChecked;

    /// <summary>What is wrong with the options is to be known before there is a socket.</summary>
    private void CheckOptions()
    {
        if (!_isChecked)
        {
            SslOptions?.CheckServer(Log);
            _isChecked = true;
        }
    }

    /// <summary>Looks at the first record without taking it; one that comes in parts is taken for that of an old client.</summary>
    private static async ValueTask<bool> SpeaksTls13Async(Socket socket, CancellationToken cancellation)
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

    private async Task<SslStream?> SecureAsync(Socket socket, CancellationToken cancellation)
    {
        var options = SslOptions!;
        EndPoint? peer = null;
        SslStream? stream = null;
        try
        {
            peer = PlainAddress.Of(socket.Peer());
            stream = new SslStream(new NetworkStream(socket, ownsSocket: true));
            using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
            if (options.HandshakeTimeout > TimeSpan.Zero)
            {
                end.CancelAfter(options.HandshakeTimeout);
            }

            var state = await SpeaksTls13Async(socket, end.Token).ConfigureAwait(false) ? TlsServer.SpeaksTls13 : null;
            await stream.AuthenticateAsServerAsync(options.Server.Choose, state, end.Token).ConfigureAwait(false);
            return stream;
        }
        catch (Exception x)
        {
            stream?.Dispose();
            socket.Dispose();
            if (!cancellation.IsCancellationRequested)
            {
                ListeningLog.NotSecured(Log, this, peer, x is OperationCanceledException ? "it takes too long" : TlsFailure.Why(x));
            }

            return null;
        }
    }
}
