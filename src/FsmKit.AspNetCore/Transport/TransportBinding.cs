using System.IO.Pipelines;
using System.Threading.Channels;
using Microsoft.AspNetCore.Connections;

namespace FsmKit.AspNetCore;

/// <summary>An endpoint of the transport on one loop.</summary>
internal sealed class TransportBinding(FsmKitEndpoint endpoint, int port, bool isShared, PipeOptions input, PipeOptions output, Channel<ConnectionContext> accepted)
{
    public FsmKitEndpoint Endpoint => endpoint;

    /// <summary>The port; another than that of the endpoint when an earlier loop has taken a free one.</summary>
    public int Port => port;

    /// <summary>Whether several loops listen on the port.</summary>
    public bool IsShared => isShared;

    /// <summary>Options of the pipes from the socket to Kestrel.</summary>
    public PipeOptions InputPipes => input;

    /// <summary>Options of the pipes from Kestrel to the socket.</summary>
    public PipeOptions OutputPipes => output;

    /// <summary>Connections that Kestrel has not taken yet.</summary>
    public Channel<ConnectionContext> Accepted => accepted;
}
