using System.Net;
using System.Net.Security;
using System.Net.Sockets;

namespace FsmKit.Net.Listening;

/// <content>TLS.</content>
public partial class SocketListener
{
    private bool _isChecked;

    /// <summary>Checks the TLS options once, before the first socket is opened.</summary>
    private void CheckOptions()
    {
        if (!_isChecked)
        {
            SslOptions?.CheckServer(Log);
            _isChecked = true;
        }
    }

    private async Task<SslStream?> SecureAsync(Socket socket, CancellationToken cancellation)
    {
        EndPoint? peer = null;
        try
        {
            peer = PlainAddress.Of(socket.Peer());
            return await SslOptions!.AuthenticateAsServerAsync(socket, cancellation).ConfigureAwait(false);
        }
        catch (Exception x)
        {
            socket.Dispose();
            if (!cancellation.IsCancellationRequested)
            {
                ListeningLog.NotSecured(Log, this, peer, x is OperationCanceledException ? "it took longer than HandshakeTimeout" : TlsFailure.Why(x));
            }

            return null;
        }
    }
}
