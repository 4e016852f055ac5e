using System.Net;
using System.Text;

namespace FsmKit.Net.Tests;

/// <summary>A server with sessions in memory.</summary>
internal sealed class FrameNet : IDisposable
{
    public FrameNet(Framing? framing, Action<FrameTalker>? configure = null, Action<GServerSock>? configureServer = null, MemoryFaults? faults = null)
    {
        Net = new MemoryNet(faults);
        Owner = Net.App.Create<FrameOwner>("owner");
        Server = Owner.Create<GServerSock>("server", server =>
        {
            (server.Host, server.Framing) = ("127.0.0.1", framing);
            server.Serve<FrameTalker>(session =>
            {
                session.Heard = Heard;
                configure?.Invoke(session);
            });
            configureServer?.Invoke(server);
        });
    }

    public MemoryNet Net { get; }

    public FrameOwner Owner { get; }

    public GServerSock Server { get; }

    /// <summary>Events of all sessions.</summary>
    public List<string> Heard { get; } = [];

    public FrameTalker Session => Owner.Children.OfType<FrameTalker>().Single();

    public MemoryPeer Connect()
    {
        var peer = Net.Network.Connect(Server.Sockname!);
        Net.Settle();
        return peer;
    }

    /// <summary>Sends each part for itself, so that each is one read.</summary>
    public void Say(MemoryPeer peer, params IEnumerable<string> parts)
    {
        foreach (var part in parts)
        {
            peer.Send(Encoding.Latin1.GetBytes(part));
            Net.Settle();
        }
    }

    public static string Read(MemoryPeer peer) => Encoding.Latin1.GetString(peer.Receive());

    public void Dispose() => Net.Dispose();
}
