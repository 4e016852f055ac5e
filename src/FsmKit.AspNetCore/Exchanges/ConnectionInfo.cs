using System.Net;
using System.Security.Cryptography.X509Certificates;
using FsmKit.Http;
using FsmKit.Net;

namespace FsmKit.AspNetCore;

/// <summary>The identity of a connection: addresses, TLS session, and objects that the application keeps with it.</summary>
internal sealed class ConnectionInfo
{
    private static long _last;
    private Dictionary<object, object?>? _state;

    private ConnectionInfo(GSock gsock)
    {
        Id = string.Create(null, $"{Interlocked.Increment(ref _last):X12}");
        Remote = (gsock.ProxyPeername ?? gsock.Peername) as IPEndPoint;
        Local = gsock.Sockname as IPEndPoint;
        Tls = gsock.Tls;
    }

    /// <summary>A text that no other connection of the process has.</summary>
    public string Id { get; }

    /// <summary>The address of the client; null for a Unix socket.</summary>
    public IPEndPoint? Remote { get; }

    public IPEndPoint? Local { get; }

    /// <summary>The TLS session; null without TLS.</summary>
    public TlsSession? Tls { get; }

    public X509Certificate2? ClientCertificate => Tls?.RemoteCertificate;

    public IDictionary<object, object?> State => _state ??= [];

    public IDictionary<object, object?> Items
    {
        get => field ??= new Dictionary<object, object?>();
        set;
    }

    /// <summary>Number of requests of the connection; each takes the next one for its identifier.</summary>
    public int Requests { get; set; }

    public static ConnectionInfo Of(GHttpCliSrv channel)
    {
        if (channel.Tag is not ConnectionInfo info)
        {
            channel.Tag = info = new ConnectionInfo(channel.Gsock);
        }

        return info;
    }
}
