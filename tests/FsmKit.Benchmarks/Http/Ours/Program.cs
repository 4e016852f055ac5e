// usage: HttpOurs [--port PORT] [--tls] [--loops N]    the routes of the measured servers on loopback; port 0 takes a free one, which it prints
using System.Net;
using FsmKit;
using FsmKit.Benchmarks.HttpOurs;
using FsmKit.Http;
using HelloSample;

var tls = args.Contains("--tls") ? SelfSigned.Make() : null;
var (port, loops) = (Argument("--port", 0), Argument("--loops", 1));
var threads = new List<Thread>();
for (var i = 0; i < loops; i++)
{
    var app = new GAplic($"ours{i}");
    app.Create<Routes>("routes");
    var server = app.FindChild("routes")!.Create<GHttpServer>("http", server =>
    {
        (server.Host, server.Port, server.ReusePort, server.SslOptions) = ("127.0.0.1", port, loops > 1, tls);
        server.InspectHead = Routes.Inspect;
    });
    port = server.Port;
    threads.Add(new Thread(() => app.Run()));
}

Console.WriteLine($"listening on {new IPEndPoint(IPAddress.Loopback, port)}");
threads.ForEach(static thread => thread.Start());
threads.ForEach(static thread => thread.Join());

int Argument(string name, int otherwise) => Array.IndexOf(args, name) is >= 0 and var at ? int.Parse(args[at + 1]) : otherwise;
