using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace FsmKit.Net;

/// <summary>Where a certificate comes from, and the one that is in use now. All of it may be called by several loops at once.</summary>
/// <remarks>
/// There is no watcher and no timer: a handshake looks whether the files have changed, at most once per second, and reads the new ones
/// on its loop's thread, which takes some milliseconds, as a handshake is tried with them. While they cannot be used, the old ones stay.
/// </remarks>
internal sealed class CertificateSource(TlsCertificate certificate, TlsOptions options)
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(1);

    private readonly Lock _gate = new();
    private volatile LoadedCertificate? _current;
    private ILogger _logger = NullLogger.Instance;
    private (FileStamp Cert, FileStamp Key) _stamp;
    private long _lookedAt;

    /// <summary>The certificate for a new connection.</summary>
    public LoadedCertificate Current
    {
        get
        {
            var current = _current;
            if (current is null)
            {
                return Load();
            }

            // Whoever looks already looks for all: the others do not wait for it.
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

    /// <summary>Loads it, and warns of what peers will not like about it.</summary>
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
        // Before reading: what changes meanwhile has another stamp, and what cannot be read is not tried again until it changes.
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
                $"The TLS certificate '{certificate}' has no private key: set CertFile and KeyFile, or a Certificate that has one.");
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

        var suites = options.CipherSuites.Count > 0 ? ", and CipherSuites that fit to it" : "";
        throw new GObjException(
            $"The TLS certificate '{certificate}' cannot be used: each handshake with it would fail, as one has just now: {TlsFailure.Why(fault)}. "
            + $"It takes a private key that belongs to it, RSA with 2048 bits or an elliptic curve, and signatures with SHA-256 or better{suites}.",
            fault);
    }

    private (FileStamp Cert, FileStamp Key) Stamps() => (FileStamp.Of(certificate.CertFile), FileStamp.Of(certificate.KeyFile));
}
