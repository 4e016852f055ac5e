using System.Net;
using FsmKit;
using FsmKit.Http;

namespace MyApp;

/// <summary>Answers HTTP requests.</summary>
[GClass]
[Input<EvHttpRequest>, Input<EvStopServing>, Input<EvHttpServerStopped>]
public sealed partial class HelloApp : GObj
{
    private GHttpServer _server = null!;

    /// <summary>The port to listen on; 0 takes a free one. Default 8080.</summary>
    [Parameter]
    public partial int Port { get; set; } = 8080;

    /// <summary>The address in use.</summary>
    public EndPoint? Address => _server.Sockname;

    private enum State : byte
    {
        /// <summary>Requests are answered.</summary>
        [On<EvHttpRequest>(nameof(AcAnswer))]
        [On<EvStopServing>(nameof(AcStop), Next = Stopping)]
        [Refuse<EvHttpServerStopped>]
        Serving,

        /// <summary>Requests that have begun are answered; then the loop ends.</summary>
        [On<EvHttpRequest>(nameof(AcAnswer))]
        [On<EvHttpServerStopped>(nameof(AcEnd))]
        [Ignore<EvStopServing>]
        Stopping,
    }

    /// <inheritdoc/>
    protected override void StartUp() => _server = Create<GHttpServer>("http", server => (server.Host, server.Port) = ("127.0.0.1", Port));

    private static void AcAnswer(in EvHttpRequest e)
    {
        if (e.Request.Path == "/")
        {
            e.Response.Send(200, "text/plain"u8, "Hello, World!\n"u8);
        }
        else
        {
            e.Response.Send(404, "text/plain"u8, "There is nothing here.\n"u8);
        }
    }

    private void AcStop(in EvStopServing e) => Send(_server, e);

    private void AcEnd() => Gaplic.Stop();
}
