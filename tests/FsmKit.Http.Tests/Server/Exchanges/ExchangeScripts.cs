using System.Diagnostics;
using System.Text;
using FsmKit.Net;
using Xunit;

namespace FsmKit.Http.Tests;

/// <summary>Scripts for bodies that are moved to a file. Their time depends on another thread, so random input cannot cover them.</summary>
internal static class ExchangeScripts
{
    /// <summary>Runs all scripts.</summary>
    public static void Run(HashSet<(string Of, string Flags)> seen)
    {
        Spill(seen, static (_, _) => { });
        Spill(seen, static (channel, watch) =>
        {
            channel.Send(new EvDrop());
            watch.Look();
        });
    }

    /// <summary>Sends a body that is too long for memory, and does something while a part of it is on its way to the file: the loop hears of the file in a later cycle.</summary>
    private static void Spill(HashSet<(string Of, string Flags)> seen, Action<GHttpCliSrv, ExchangeWatch> act)
    {
        var time = new ManualTime();
        var network = new MemoryNetwork(time);
        var watch = new ExchangeWatch(seen);
        using var app = new GAplic("app", new GAplicOptions
        {
            Reactor = new MemoryReactor(network),
            Time = time,
            Logger = watch,
            TraceMachine = MachineTraceLevel.Events,
        });
        var server = app.Create<GHttpServer>("http", static server =>
        {
            (server.Host, server.Port, server.InbufOverflow) = ("127.0.0.1", 80, 1000);
            server.Handler = static (_, response) => response.Send("ok"u8);
        });
        watch.Begin(server);
        using var peer = network.Connect(server.Sockname!);
        peer.Send(Encoding.ASCII.GetBytes($"POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 3000\r\n\r\n{new string('b', 3000)}"));
        while (!watch.IsSpilling)
        {
            app.RunOnce();
        }

        foreach (var channel in server.Children<GHttpCliSrv>())
        {
            act(channel, watch);
        }

        var clock = Stopwatch.StartNew();
        for (var buffer = new byte[1000]; peer.Receive(buffer) == 0 && !peer.IsEnded && server.NChannels > 0; app.RunOnce())
        {
            Assert.True(clock.Elapsed < TimeSpan.FromSeconds(30), "The file takes nothing.");
        }
    }
}
