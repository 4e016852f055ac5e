using FsmKit;
using FsmKit.Http;

namespace Consumer;

/// <summary>A page for all requests.</summary>
[GClass]
[Input<EvHttpRequest>]
public sealed partial class Greeter : GObj
{
    private GHttpServer? _server;

    public int Port => _server!.Port;

    private enum State : byte
    {
        /// <summary>Serving.</summary>
        [On<EvHttpRequest>(nameof(AcAnswer))]
        Serving,
    }

    protected override void StartUp() => _server = Create<GHttpServer>("http", server => server.Host = "127.0.0.1");

    private static void AcAnswer(in EvHttpRequest e) => e.Response.Send(200, "text/plain"u8, "Hello, World!"u8);
}
