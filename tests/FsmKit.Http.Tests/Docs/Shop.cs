using FsmKit.Net;

namespace FsmKit.Http.Tests.Examples;

// The examples of the guide to the server.
[GClass]
[Input<EvHttpRequest>]
public sealed partial class Shop : GObj
{
    private enum State : byte
    {
        /// <summary>Open all day.</summary>
        [On<EvHttpRequest>(nameof(AcServe))]
        Open,
    }

    protected override void StartUp() => Create<GHttpServer>("http", server => server.Port = 8080);

    private static void AcServe(in EvHttpRequest e)
    {
        if (e.Request.Method == KnownMethod.Get && e.Request.Path == "/price")
        {
            e.Response.Send(200, "text/plain"u8, "three coins"u8);
        }
        else
        {
            e.Response.Send(404, "text/plain"u8, "There is nothing here."u8);
        }
    }
}

/// <summary>Examples of the guide outside a gclass.</summary>
internal static class Counter
{
    public static void Run()
    {
        using var app = new GAplic();
        app.Create<GHttpServer>("http", server =>
        {
            server.Port = 8080;
            server.Handler = (request, response) => response.Send(200, "text/plain"u8, "Hello, World!"u8);
        });
        app.Run();
    }

    public static void Secure(GHttpServer server) =>
        server.SslOptions = new TlsOptions { CertFile = "/etc/shop/fullchain.pem", KeyFile = "/etc/shop/key.pem" };

    public static void Write(HttpResponse response)
    {
        response.Headers.Add(KnownHeader.ContentType, "text/csv"u8);
        response.Write("a,b\n"u8);                  // collected: what ends soon is sent with its length
        response.Flush(() => WriteMore(response));  // sends; calls back when all of it is on its way
    }

    private static void WriteMore(HttpResponse response)
    {
        response.Write("1,2\n"u8);
        response.Finish();
    }
}
