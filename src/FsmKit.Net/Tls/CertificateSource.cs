using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace FsmKit.Net;

/// <summary>Where a certificate comes from, and the one that is in use now. All of it may be called by several loops at once.</summary>
/// <remarks>
/// There is no watcher and no timer: a handshake looks whether the files have changed, at most once per second, and reads the new ones
/// on its loop's thread, which takes a millisecond or so. While they cannot be used, the old ones stay.
/// </remarks>
internal sealed class CertificateSource(TlsCertificate certificate, TimeProvider time)
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
            if (certificate.CertFile is not null && time.GetElapsedTime(Volatile.Read(ref _lookedAt)) >= LookEvery && _gate.TryEnter())
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

    public void Check(ILogger logger)
    {
        _logger = logger;
        var leaf = Load().Leaf;
        var now = time.GetUtcNow();
        if (now < leaf.NotBefore || now > leaf.NotAfter)
        {
            TlsLog.OutOfDate(logger, certificate, leaf.NotBefore, leaf.NotAfter);
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
        Volatile.Write(ref _lookedAt, time.GetTimestamp());
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
        Volatile.Write(ref _lookedAt, time.GetTimestamp());
        if (certificate.CertFile is not null)
        {
            var (leaf, intermediates) = CertificateFiles.Read(certificate);
            return _current = new LoadedCertificate(leaf, intermediates, certificate.HostNames);
        }

        if (certificate.Certificate is not { HasPrivateKey: true } given)
        {
            throw new GObjException(
                $"The TLS certificate '{certificate}' has no private key: set CertFile and KeyFile, or a Certificate that has one.");
        }

        return _current ??= new LoadedCertificate(given, certificate.Intermediates ?? [], certificate.HostNames);
    }

    private (FileStamp Cert, FileStamp Key) Stamps() => (FileStamp.Of(certificate.CertFile), FileStamp.Of(certificate.KeyFile));
}
