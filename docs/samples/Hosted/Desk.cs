using System.Net;
using System.Text;
using FsmKit;
using FsmKit.Hosting;
using FsmKit.Net;
using Microsoft.Extensions.DependencyInjection;

namespace HostedSample;

/// <summary>Answers all input, and reports its size to the ledger in the other loop.</summary>
[GClass]
[Input<EvConnected>, Input<EvRxData>, Input<EvDisconnected>]
public sealed partial class Desk([FromKeyedServices("back")] IFsmKitLoop back) : GObj
{
    private GServerSock? _server;

    /// <summary>The address to listen on.</summary>
    [Parameter]
    public partial string Host { get; set; } = "127.0.0.1";

    /// <summary>The port to listen on; 0 takes a free one.</summary>
    [Parameter]
    public partial int Port { get; set; }

    /// <summary>The answer to everything.</summary>
    [Parameter(Reload = true)]
    public partial string Answer { get; set; } = "noted";

    /// <summary>Address that the desk listens on; null before its start.</summary>
    public EndPoint? Address => _server?.Sockname;

    private enum State : byte
    {
        [On<EvRxData>(nameof(AcNote))]
        [Ignore<EvConnected>, Ignore<EvDisconnected>]
        Open,
    }

    /// <inheritdoc/>
    protected override void StartUp() => _server = Create<GServerSock>("server", server => (server.Host, server.Port) = (Host, Port));

    private void AcNote(in EvRxData e)
    {
        back.Post("ledger", new EvEntry(e.Data.Length));
        Send(e.Gsock, new EvSendData(Encoding.UTF8.GetBytes(Answer + "\n")));
    }
}
