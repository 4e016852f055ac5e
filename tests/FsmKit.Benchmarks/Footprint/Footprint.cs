using System.Net;
using System.Net.Sockets;
using FsmKit.Net;

namespace FsmKit.Benchmarks;

/// <summary>Measures the size of objects that exist in thousands: bytes of managed memory, as an average over many objects.</summary>
internal static class Footprint
{
    private const int Many = 10_000;

    // As many as the backlog holds: they are connected before anything is measured, so that only the accepting side is.
    private const int Connections = 1_000;

    public static void Print()
    {
        using var app = new GAplic();
        var parent = app.Create<Bare>();
        Line("gobj without fields", Retained(Many, () => parent.Create<Bare>()));
        Line("gobj with a subscriber of its own", Retained(Many, () => parent.Create<Bare>(null, gobj => gobj.Subscriber = parent)));
        Line("GSock, not connected", Retained(Many, () => parent.Create<GSock>()));
        Line("GSock, told where to connect", Retained(Many, () => parent.Create<GSock>(null, static gsock => (gsock.Host, gsock.Port) = ("127.0.0.1", 80))));
        var subscriber = parent.Create<Subscribing>();
        var publishers = new Queue<GSock>(Enumerable.Range(0, Many + 1).Select(_ => parent.Create<GSock>()));
        Line("subscription", Retained(Many, () => publishers.Dequeue().Subscribe<EvRxData>(subscriber)));
        Line("accepted GSock with link, no subscription", Accepted(0));
        Line("accepted GSock with link, three subscriptions", Accepted(3));
    }

    private static void Line(string what, long bytes) => Console.WriteLine($"| {what,-46} | {bytes,5} |");

    private static long Retained(int count, Action make)
    {
        make();
        var before = Memory();
        for (var i = 0; i < count; i++)
        {
            make();
        }

        return (Memory() - before + (count / 2)) / count;
    }

    private static long Accepted(int subscriptions)
    {
        using var app = new GAplic();
        var reception = app.Create<Reception>();
        (reception.Subscriptions, reception.Subscribed) = (subscriptions, app.Create<Subscribing>());
        var server = reception.Create<GServerSock>("server", static server => (server.Host, server.Backlog) = ($"{IPAddress.Loopback}", Connections));

        // The first ones make shared objects, and the tables grow in steps.
        var first = Connect(app, server, Connections);
        Serve(app, server, Connections);
        var second = Connect(app, server, Connections);
        var before = Memory();
        Serve(app, server, 2 * Connections);
        var bytes = (Memory() - before + (Connections / 2)) / Connections;
        foreach (var client in first.Concat(second))
        {
            client.Dispose();
        }

        return bytes;
    }

    private static List<Socket> Connect(GAplic app, GServerSock server, int count)
    {
        var clients = new List<Socket>(count);
        for (var i = 0; i < count; i++)
        {
            var client = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
            client.Connect(server.Sockname!);
            clients.Add(client);
        }

        return clients;
    }

    private static void Serve(GAplic app, GServerSock server, int until)
    {
        while (server.NGsocks < until)
        {
            app.RunOnce(TimeSpan.FromMilliseconds(10));
        }
    }

    private static long Memory()
    {
        for (var i = 0; i < 3; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        return GC.GetTotalMemory(forceFullCollection: true);
    }
}
