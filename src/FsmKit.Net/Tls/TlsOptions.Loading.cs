using System.Security.Authentication;
using Microsoft.Extensions.Logging;

namespace FsmKit.Net;

/// <content>Loading and checking of certificates and roots.</content>
public sealed partial class TlsOptions
{
    private readonly Lock _loading = new();
    private volatile CertificateSource[]? _sources;

    internal TlsServer Server => field ??= new TlsServer(this, Sources);

    internal TlsClient Client => field ??= new TlsClient(this, Sources);

    internal PeerTrust Trust => field ??= new PeerTrust(this);

    private CertificateSource[] Sources
    {
        get
        {
            lock (_loading)
            {
                return _sources ??= [.. AllCertificates.Select(certificate => new CertificateSource(certificate, this))];
            }
        }
    }

    /// <summary>
    /// Loads and checks the options of a server, so that a mistake is known before the first connection. Callable from any thread.
    /// </summary>
    /// <param name="logger">
    /// Gets warnings: now about a certificate that is out of date or not for servers, later about changed files that cannot be used. Null
    /// for none.
    /// </param>
    /// <exception cref="GObjException">
    /// An option has an invalid value, the options have no certificate, a file is missing or cannot be used, or a trial handshake with the
    /// certificate fails. The message names the option or file.
    /// </exception>
    public void CheckServer(ILogger? logger = null)
    {
        Check(logger, forServer: true);
        if (Sources.Length == 0)
        {
            throw new GObjException("A TLS server needs a certificate: set CertFile (and KeyFile), or Certificates.");
        }

        if (ClientCertificates != ClientCertificateMode.None)
        {
            Trust.Load();
        }
    }

    /// <summary>Loads and checks the options of a client, so that a mistake is known before the first connect. Callable from any thread.</summary>
    /// <param name="logger">
    /// Gets warnings: now about a certificate that is out of date or not for clients, later about changed files that cannot be used. Null
    /// for none.
    /// </param>
    /// <exception cref="GObjException">
    /// An option has an invalid value, or a file is missing or cannot be used. The message names the option or file.
    /// </exception>
    public void CheckClient(ILogger? logger = null)
    {
        Check(logger, forServer: false);
        Trust.Load();
    }

    /// <summary>
    /// Reads all certificate files again, for new connections. Callable from any thread. Not needed after a change of the files, because
    /// handshakes also look for changed files, at most once per second.
    /// </summary>
    /// <exception cref="GObjException">A file cannot be used. The previous certificate stays in use.</exception>
    public void Reload()
    {
        foreach (var source in Sources)
        {
            source.Reload();
        }
    }

    private void Check(ILogger? logger, bool forServer)
    {
        if (MinimumVersion is not (SslProtocols.Tls12 or SslProtocols.Tls13))
        {
            throw new GObjException($"MinimumVersion {MinimumVersion} is not supported: use Tls12 or Tls13.");
        }

        if (HandshakeTimeout < TimeSpan.Zero)
        {
            throw new GObjException($"HandshakeTimeout {HandshakeTimeout} is negative: use zero to wait without a limit.");
        }

        if (CertFile is null && (KeyFile ?? KeyPassword) is not null)
        {
            throw new GObjException("KeyFile and KeyPassword need a CertFile: set CertFile too.");
        }

        CheckSuites();
        foreach (var source in Sources)
        {
            source.Check(GuardedLogger.Of(logger), forServer);
        }

        TlsColdStart.Ensure();
    }
}
