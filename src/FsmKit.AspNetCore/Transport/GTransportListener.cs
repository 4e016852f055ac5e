using FsmKit.Net;

namespace FsmKit.AspNetCore;

/// <summary>Listens on one endpoint and makes a <see cref="GTransportConnection"/> of each connection.</summary>
[GClass]
[Input<EvConnected>]
internal sealed partial class GTransportListener : GObj
{
    private GServerSock _server = null!;

    private enum State : byte
    {
        /// <summary>Connections become gobjs that carry bytes between socket and pipes.</summary>
        [On<EvConnected>(nameof(AcOpen))]
        Listening,
    }

    /// <summary>Where to listen, on which threads pipes continue, and where new connections go.</summary>
    public TransportBinding Binding { get; set; } = null!;

    /// <summary>The address in use.</summary>
    public System.Net.EndPoint? Address => _server.Sockname;

    /// <inheritdoc/>
    protected override void StartUp() => _server = Create<GServerSock>(null, server =>
    {
        server.Host = EndpointHosts.ForServerSock(Binding.Endpoint.Host);
        server.Port = Binding.Port;
        server.ReusePort = Binding.IsShared;
        server.Subscriber = this;
        server.ConfigureGsock = static gsock => gsock.AllowHalfOpen = true;
    });

    /// <summary>Stops accepting. Connections go on.</summary>
    public void Unbind() => _server.Destroy();

    private void AcOpen(in EvConnected e)
    {
        var gsock = e.Gsock;
        gsock.UnsubscribeAll();
        var connection = Create<GTransportConnection>(null, connection =>
        {
            connection.Gsock = gsock;
            connection.Binding = Binding;
        });
        if (!Binding.Accepted.Writer.TryWrite(connection.Context))
        {
            connection.Send(new GTransportConnection.EvAbort());
        }
    }
}
