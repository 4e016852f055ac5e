using System.Net.Sockets;
using Xunit;

namespace FsmKit.Net.Tests;

/// <summary>A rig with certificates, and TLS links on its reactor.</summary>
internal sealed class TlsRig : IDisposable
{
    public const string Host = "www.example.org";

    public TlsRig(ReactorKind kind)
    {
        Net = new Rig(kind);
        Certificate = Pki.Issue(Host);
    }

    public Rig Net { get; }

    public TestPki Pki { get; } = new();

    public TlsCertificate Certificate { get; }

    public TlsOptions ServerOptions => new() { CertFile = Certificate.CertFile, KeyFile = Certificate.KeyFile };

    public TlsOptions ClientOptions => new() { CaFile = Pki.CaFile, TargetHost = Host };

    /// <summary>Two ends of one connection, both on this reactor, with the handshake under way.</summary>
    public (LinkRecorder Server, LinkRecorder Client) Start(TlsOptions? server = null, TlsOptions? client = null)
    {
        var listener = new ListenRecorder();
        var listen = Net.Listen(listener);
        var clientEnd = new LinkRecorder();
        clientEnd.Link = Net.Reactor.Connect(listen.LocalEndPoint!, clientEnd);
        Net.Until(() => listener.Accepted.Count == 1 && clientEnd.Connected == 1);
        listen.Close();
        var serverEnd = new LinkRecorder();
        serverEnd.Link = TlsLink.Server(Net.Reactor, listener.Accepted[0].Link, server ?? ServerOptions, serverEnd);
        var tlsClient = new LinkRecorder();
        tlsClient.Link = TlsLink.Client(Net.Reactor, clientEnd.Link, client ?? ClientOptions, "127.0.0.1", tlsClient);
        return (serverEnd, tlsClient);
    }

    /// <summary>The same, with the handshake done and both ends receiving.</summary>
    public (LinkRecorder Server, LinkRecorder Client) Connect(TlsOptions? server = null, TlsOptions? client = null)
    {
        var (serverEnd, clientEnd) = Start(server, client);
        Net.Until(() => (serverEnd.Connected == 1 && clientEnd.Connected == 1) || Failed(serverEnd) || Failed(clientEnd));
        Assert.Null(Tls(serverEnd).Failure);
        Assert.Null(Tls(clientEnd).Failure);
        serverEnd.Link.Watch(Interest.Read);
        clientEnd.Link.Watch(Interest.Read);
        return (serverEnd, clientEnd);
    }

    /// <summary>A server's end of a plain socket that the test speaks through itself.</summary>
    public (LinkRecorder Server, Socket Peer) Accept(TlsOptions? server = null)
    {
        var (plain, peer) = Net.Accept(Interest.None);
        var serverEnd = new LinkRecorder();
        serverEnd.Link = TlsLink.Server(Net.Reactor, plain.Link, server ?? ServerOptions, serverEnd);
        return (serverEnd, peer);
    }

    public static TlsLink Tls(LinkRecorder end) => (TlsLink)end.Link;

    public void Dispose()
    {
        Net.Dispose();
        Pki.Dispose();
    }

    private static bool Failed(LinkRecorder end) => end.ConnectFailed is not null;
}
