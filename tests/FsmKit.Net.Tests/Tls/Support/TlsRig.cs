using System.Net.Security;
using System.Net.Sockets;
using Xunit;

namespace FsmKit.Net.Tests;

/// <summary>A rig with certificates, and TLS links on its reactor.</summary>
internal sealed class TlsRig : IDisposable
{
    public const string Host = "www.example.org";

    private readonly List<OpenSsl> _peers = [];

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
        var plain = new LinkRecorder();
        plain.Link = Net.Reactor.Connect(listen.LocalEndPoint!, plain);
        Net.Until(() => listener.Accepted.Count == 1 && plain.Connected == 1);
        listen.Close();
        return Wrap(listener.Accepted[0].Link, plain.Link, server, client);
    }

    /// <summary>TLS over two ends that are connected.</summary>
    public (LinkRecorder Server, LinkRecorder Client) Wrap(
        StreamLink serverLink, StreamLink clientLink, TlsOptions? server = null, TlsOptions? client = null)
    {
        var serverEnd = new LinkRecorder();
        serverEnd.Link = TlsLink.Server(Net.Reactor, serverLink, server ?? ServerOptions, serverEnd);
        var clientEnd = new LinkRecorder();
        clientEnd.Link = TlsLink.Client(Net.Reactor, clientLink, client ?? ClientOptions, "127.0.0.1", clientEnd);
        return (serverEnd, clientEnd);
    }

    /// <summary>Connects a client to a server, with the handshake done and both ends receiving.</summary>
    public (LinkRecorder Server, LinkRecorder Client) Connect(TlsOptions? server = null, TlsOptions? client = null)
    {
        var (serverEnd, clientEnd) = Start(server, client);
        Succeed(serverEnd);
        Succeed(clientEnd);
        return (serverEnd, clientEnd);
    }

    /// <summary>A server's end of a plain socket that the test speaks through itself.</summary>
    public (LinkRecorder Server, RawPeer Peer) Accept(TlsOptions? server = null, Action<Socket>? configure = null)
    {
        var (plain, peer) = Net.Accept(Interest.None, configure);
        var serverEnd = new LinkRecorder();
        serverEnd.Link = TlsLink.Server(Net.Reactor, plain.Link, server ?? ServerOptions, serverEnd);
        return (serverEnd, peer);
    }

    /// <summary>A server's end of an SslStream whose bytes arrive one by one, with the handshake done.</summary>
    public (LinkRecorder Server, SslStream Stream, RawPeer Peer) AcceptDrip()
    {
        Socket socket = null!;
        var (server, peer) = Accept(configure: made => socket = made);
        var stream = new SslStream(new Drip(socket), leaveInnerStreamOpen: true, static (_, certificate, _, _) => certificate is not null);
        var shaking = Task.Run(() => stream.AuthenticateAsClient(Host), TestContext.Current.CancellationToken);
        Net.Until(() => server.Connected == 1 && shaking.IsCompletedSuccessfully);
        server.Link.Watch(Interest.Read);
        return (server, stream, peer);
    }

    /// <summary>A server's end of a connection from openssl, with the handshake under way.</summary>
    public (LinkRecorder Server, OpenSsl Peer) AcceptOpenSsl(TlsOptions? server, params string[] arguments)
    {
        var listener = new ListenRecorder();
        var listen = Net.Listen(listener);
        var peer = OpenSsl.Client(listen.LocalEndPoint!, arguments);
        _peers.Add(peer);
        Net.Until(() => listener.Accepted.Count == 1);
        listen.Close();
        var end = new LinkRecorder();
        end.Link = TlsLink.Server(Net.Reactor, listener.Accepted[0].Link, server ?? ServerOptions, end);
        return (end, peer);
    }

    /// <summary>A client's end of a connection to openssl, with the handshake under way.</summary>
    public (LinkRecorder Client, OpenSsl Peer) ConnectOpenSsl(TlsOptions? client, TlsCertificate certificate, params string[] arguments)
    {
        var (peer, address) = OpenSsl.Server(certificate, arguments);
        _peers.Add(peer);
        var plain = new LinkRecorder();
        plain.Link = Net.Reactor.Connect(address, plain);
        Net.Until(() => plain.Connected == 1);
        var end = new LinkRecorder();
        end.Link = TlsLink.Client(Net.Reactor, plain.Link, client ?? ClientOptions, "127.0.0.1", end);
        return (end, peer);
    }

    /// <summary>Pumps until the handshake has succeeded, and lets the end receive.</summary>
    public TlsLink Succeed(LinkRecorder end)
    {
        Net.Until(() => end.Connected == 1 || Failed(end));
        Assert.Null(Tls(end).Failure);
        end.Link.Watch(Interest.Read);
        return Tls(end);
    }

    /// <summary>Pumps until the handshake has failed. Checks that the failure comes once, and leaves a closed link at rest.</summary>
    public Exception Fail(LinkRecorder end)
    {
        Net.Until(() => end.Connected == 1 || Failed(end));
        Assert.Equal(0, end.Connected);
        Assert.True(end.Link.IsClosed);
        Assert.True(Net.Rests());
        return Tls(end).Failure!;
    }

    public static TlsLink Tls(LinkRecorder end) => (TlsLink)end.Link;

    public void Dispose()
    {
        Net.Dispose();
        _peers.ForEach(static peer => peer.Dispose());
        Pki.Dispose();
    }

    private static bool Failed(LinkRecorder end) => end.ConnectFailed is not null;
}
