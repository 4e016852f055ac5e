using System.IO.Pipelines;
using System.Threading.Channels;
using Microsoft.AspNetCore.Connections;

namespace FsmKit.AspNetCore;

/// <summary>An endpoint of the transport on one loop.</summary>
internal sealed class TransportBinding(
    FsmKitEndpoint endpoint, int port, bool isShared, TransportLoop loop, ApplicationThread handlers, Channel<ConnectionContext> accepted)
{
    /// <summary>Bytes that a client may send before Kestrel takes them; then the connection is not read.</summary>
    private const int MostInput = 1024 * 1024;

    /// <summary>Bytes that Kestrel may write before the loop takes them; then its flushes wait.</summary>
    private const int MostOutput = 64 * 1024;

    public FsmKitEndpoint Endpoint => endpoint;

    /// <summary>The port; another than that of the endpoint when an earlier loop has taken a free one.</summary>
    public int Port => port;

    /// <summary>Whether several loops listen on the port.</summary>
    public bool IsShared => isShared;

    /// <summary>Connections that Kestrel has not taken yet.</summary>
    public Channel<ConnectionContext> Accepted => accepted;

    private PipeScheduler Application => handlers == ApplicationThread.Loop ? loop : loop.Pool;

    /// <summary>Creates the pipe of a connection from its socket to Kestrel.</summary>
    public Pipe CreateInput() => Create(Application, PipeScheduler.Inline, MostInput);

    /// <summary>Creates the pipe of a connection from Kestrel to its socket.</summary>
    public Pipe CreateOutput() => Create(loop, Application, MostOutput);

    private Pipe Create(PipeScheduler reader, PipeScheduler writer, int most) =>
        new(new PipeOptions(new PipeMemory(loop.Blocks), reader, writer, most, most / 2, BlockPool.SmallLength, useSynchronizationContext: false));
}
