namespace FsmKit.Http.Tests;

/// <summary>What chance would have to leave to another thread: bodies that are moved to a file.</summary>
internal static class ExchangeScripts
{
    /// <summary>Runs all scripts.</summary>
    public static void Run(HashSet<(string Of, string Flags)> seen)
    {
        Spill(seen, static (bench, peer, watch) => bench.Await(() =>
        {
            watch.Look();
            return peer.Text.Contains("200 OK", StringComparison.Ordinal);
        }));
        Spill(seen, static (bench, peer, watch) =>
        {
            peer.Reset();
            watch.Look();
            bench.Settle();
            watch.Look();
        });
    }

    private static void Spill(HashSet<(string Of, string Flags)> seen, Action<HttpBench, HttpPeer, ExchangeWatch> act)
    {
        using var bench = new HttpBench();
        var watch = new ExchangeWatch(seen);
        var server = bench.Serve(static (request, response) => response.Send("ok"u8), static server => server.InbufOverflow = 1000);
        watch.Begin(server);
        var peer = bench.Connect(server);
        peer.Send($"POST / HTTP/1.1\nHost: h\nContent-Length: 3000\n\n{new string('b', 3000)}");
        watch.Look();
        act(bench, peer, watch);
    }
}
