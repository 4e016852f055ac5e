using System.Net;
using FsmKit;
using FsmKit.Http;

namespace HelloSample;

/// <summary>Answers the requests of one server.</summary>
[GClass]
[Input<EvHttpRequest>, Input<EvStopServing>, Input<EvHttpServerStopped>]
public sealed partial class HelloApp : GObj
{
    private GHttpServer? _server;

    /// <summary>Sets the parameters of the server, such as its address.</summary>
    [Parameter]
    public partial Action<GHttpServer>? ConfigureServer { get; set; }

    /// <summary>Address that the server listens on; null before its start.</summary>
    public EndPoint? Address => _server?.Sockname;

    private enum State : byte
    {
        /// <summary>Answering all requests.</summary>
        [On<EvHttpRequest>(nameof(AcAnswer))]
        [On<EvStopServing>(nameof(AcStop), Next = Stopping)]
        [Refuse<EvHttpServerStopped>]
        Serving,

        /// <summary>Answering the requests that have begun; then the loop ends.</summary>
        [On<EvHttpRequest>(nameof(AcAnswer))]
        [On<EvHttpServerStopped>(nameof(AcEnd))]
        [Ignore<EvStopServing>]
        Stopping,
    }

    /// <inheritdoc/>
    protected override void StartUp() => _server = Create("http", ConfigureServer);

    private static void AcAnswer(in EvHttpRequest e)
    {
        var (request, response) = (e.Request, e.Response);

        // The path is decoded and without its query: /%6Ason?x=1 is /json.
        switch (request.Method, request.Path)
        {
            case (KnownMethod.Get or KnownMethod.Head, "/"):
                Pages.Hello(response);
                break;
            case (KnownMethod.Post, "/"):
                Pages.Body(request, response);
                break;
            case (KnownMethod.Get or KnownMethod.Head, "/json"):
                Pages.Json(response);
                break;
            case (KnownMethod.Get or KnownMethod.Head, "/stream"):
                Pages.Stream(response);
                break;
            case (KnownMethod.Get or KnownMethod.Head or KnownMethod.Post, "/echo"):
                Pages.Fields(request, response);
                break;
            case (KnownMethod.Get or KnownMethod.Head, "/cookie"):
                Pages.Cookies(request, response);
                break;
            case (_, "/json" or "/stream" or "/cookie"):
                Pages.Methods(request, response, "GET, HEAD, OPTIONS"u8);
                break;
            case (_, "/" or "/echo"):
            case (KnownMethod.Options, "*"):     // what the server knows at all
                Pages.Methods(request, response, "GET, HEAD, POST, OPTIONS"u8);
                break;
            default:
                response.Send(404, "text/plain"u8, "There is nothing here.\n"u8);
                break;
        }
    }

    private void AcStop(in EvStopServing e) => Send(_server!, e);

    private void AcEnd() => Gaplic.Stop();
}
