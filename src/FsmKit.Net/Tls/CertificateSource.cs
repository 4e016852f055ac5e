using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace FsmKit.Net;

/// <summary>Loads a certificate and reloads it when its files change. Callable from any thread.</summary>
/// <remarks>
/// No watcher and no timer: a handshake checks for changed files, at most once per second, and reads them on the thread of its loop. A reload
/// takes some milliseconds, because it includes a trial handshake. If the new files cannot be used, the old certificate stays in use.
/// </remarks>
internal sealed class CertificateSource(TlsCertificate certificate, TlsOptions options)
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(1);

    private readonly Lock _gate = new();
    private volatile LoadedCertificate? _current;
    private ILogger _logger = NullLogger.Instance;
    private (FileStamp Cert, FileStamp Key) _stamp;
    private long _lookedAt;

    /// <summary>The certificate for a new connection; checks for changed files at most once per second.</summary>
    public LoadedCertificate Current
    {
        get
        {
            var current = _current;
            if (current is null)
            {
                return Load();
            }

            // One thread checks the files; the others do not wait and use the current certificate.
            if (certificate.CertFile is not null && options.Time.GetElapsedTime(Volatile.Read(ref _lookedAt)) >= LookEvery && _gate.TryEnter())
            {
                try
                {
                    Look();
                }
                finally
                {
                    _gate.Exit();
                }

                current = _current!;
            }

            return current;
        }
    }

    /// <summary>Loads the certificate, and warns if it is out of date or has a flaw that makes peers refuse it.</summary>
    public void Check(ILogger logger, bool forServer)
    {
        _logger = logger;
        var leaf = Load().Leaf;
        var now = options.Time.GetUtcNow().UtcDateTime;
        if (now < leaf.NotBefore.ToUniversalTime() || now > leaf.NotAfter.ToUniversalTime())
        {
            TlsLog.OutOfDate(logger, certificate, leaf.NotBefore, leaf.NotAfter);
        }

        if (CertificateFlaws.Of(leaf, forServer) is { } flaw)
        {
            TlsLog.Flawed(logger, certificate, flaw);
        }
    }

    public void Reload()
    {
        lock (_gate)
        {
            Read();
        }
    }

    private LoadedCertificate Load()
    {
        lock (_gate)
        {
            return _current ?? Read();
        }
    }

    private void Look()
    {
        Volatile.Write(ref _lookedAt, options.Time.GetTimestamp());
        if (Stamps() == _stamp)
        {
            return;
        }

        try
        {
            Read();
            TlsLog.Reloaded(_logger, certificate);
        }
        catch (GObjException x)
        {
            TlsLog.NotReloaded(_logger, certificate, x.Message);
        }
    }

    private LoadedCertificate Read()
    {
        // The stamps are taken before the read: a change during the read gives another stamp, and an unreadable file is not tried again
        // until it changes.
        _stamp = Stamps();
        Volatile.Write(ref _lookedAt, options.Time.GetTimestamp());
        if (certificate.CertFile is not null)
        {
            var (leaf, intermediates) = CertificateFiles.Read(certificate);
            return _current = Tried(leaf, intermediates);
        }

        if (certificate.Certificate is not { HasPrivateKey: true } given)
        {
            throw new GObjException(
                $"The TLS certificate '{certificate}' has no private key: set CertFile and KeyFile, or a Certificate with a private key.");
        }

        return _current ??= Tried(given, certificate.Intermediates ?? []);
    }

    private LoadedCertificate Tried(X509Certificate2 leaf, X509Certificate2Collection intermediates)
    {
        Exception? fault;
        try
        {
            var loaded = new LoadedCertificate(leaf, intermediates, certificate.HostNames);
            fault = TrialHandshake.Fault(loaded.Context, options.Versions, options.SuitesPolicy);
            if (fault is null)
            {
                return loaded;
            }
        }
        catch (Exception x) when (x is CryptographicException or ArgumentException or NotSupportedException)
        {
            fault = x;
        }

        var suites = options.CipherSuites.Count > 0 ? ", and CipherSuites that suit its key" : "";
        throw new GObjException(
            $"The TLS certificate '{certificate}' cannot be used: a trial handshake with it failed: {TlsFailure.Why(fault)}. "
            + $"A certificate needs its own private key, RSA with at least 2048 bits or an elliptic curve, and signatures with SHA-256 or better{suites}.",
            fault);
    }

    private (FileStamp Cert, FileStamp Key) Stamps() => (FileStamp.Of(certificate.CertFile), FileStamp.Of(certificate.KeyFile));
}
