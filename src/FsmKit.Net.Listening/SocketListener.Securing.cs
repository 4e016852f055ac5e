using System.Net;
using System.Net.Security;
using System.Net.Sockets;

namespace FsmKit.Net.Listening;

/// <content>TLS.</content>
public partial class SocketListener
{
    private bool _isChecked;

    /// <summary>Finds what is wrong with the options before there is a socket.</summary>
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
                ListeningLog.NotSecured(Log, this, peer, x is OperationCanceledException ? "it takes too long" : x.GetBaseException().Message);
            }

            return null;
        }
    }
}
