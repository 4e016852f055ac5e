using System.Security.Authentication;
using Microsoft.Extensions.Logging;

namespace FsmKit.Net;

/// <content>What the options are made into with their first use, or with the check before it.</content>
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

    /// <summary>Looks at everything that a server needs, before the first client does.</summary>
    /// <param name="logger">
    /// Where to warn of a certificate that is out of date or not for servers, and later of changed files that cannot be used.
    /// </param>
    /// <exception cref="GObjException">
    /// There is no certificate, a file is missing, cannot be read or does not fit, or a handshake with it fails.
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

    /// <summary>Looks at everything that a client needs, before it connects.</summary>
    /// <param name="logger">Where to warn of a certificate that is out of date, and later of changed files that cannot be used.</param>
    /// <exception cref="GObjException">A file is missing, cannot be read or does not fit.</exception>
    public void CheckClient(ILogger? logger = null)
    {
        Check(logger, forServer: false);
        Trust.Load();
    }

    /// <summary>
    /// Reads all certificate files again, for new connections; callable from any thread. It is not needed where files are replaced: a
    /// handshake looks for that, at most once per second.
    /// </summary>
    /// <exception cref="GObjException">A file cannot be used; what was read before stays in use.</exception>
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
            throw new GObjException($"MinimumVersion {MinimumVersion} is not offered: take Tls12 or Tls13.");
        }

        if (HandshakeTimeout < TimeSpan.Zero)
        {
            throw new GObjException($"HandshakeTimeout {HandshakeTimeout} is negative: take zero to wait for ever.");
        }

        if (CertFile is null && (KeyFile ?? KeyPassword) is not null)
        {
            throw new GObjException("KeyFile and KeyPassword belong to a CertFile, and there is none.");
        }

        CheckSuites();
        foreach (var source in Sources)
        {
            source.Check(GuardedLogger.Of(logger), forServer);
        }

        TlsColdStart.Ensure();
    }
}
