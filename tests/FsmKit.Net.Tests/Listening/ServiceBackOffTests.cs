using System.Net.Sockets;
using Xunit;

namespace FsmKit.Net.Tests;

/// <summary>Services whose sockets report missing descriptors. Really without descriptors, .NET would end the process.</summary>
public class ServiceBackOffTests
{
    [Fact]
    public void Without_a_descriptor_left_it_says_so_once_rests_and_resumes_by_itself()
    {
        using var rig = new ServiceRig();
        var sockets = new FaultySockets();
        using var service = new SocketService(rig.Loop) { SocketFactory = sockets };
        var incoming = 0;
        service.Incoming += (_, _) =>
        {
            incoming++;
            return true;
        };
        var port = service.AddAnyInetPort();
        rig.Connect(port);
        rig.Until(() => incoming == 1);
        var machine = rig.Loop.Children.OfType<GSocketService>().Single();

        service.Stop();
        rig.Settle();
        rig.Connect(port);
        sockets.IsDry = true;
        machine.TraceMachine = MachineTraceLevel.Events;
        service.Start();
        rig.Until(() => Failures() == 1);
        rig.Settle();
        Assert.Equal(1, Failures());
        for (var tries = 2; tries <= 4; tries++)
        {
            rig.Time.Advance(99, rig.Loop);
            rig.Settle();
            Assert.Equal(tries - 1, Failures());
            rig.Time.Advance(1, rig.Loop);
            rig.Until(() => Failures() == tries);
        }

        Assert.Single(rig.Log, static line => line.Contains("cannot accept: ", StringComparison.Ordinal));
        sockets.IsDry = false;
        Assert.Equal(1, Clients.Waiting(port));
        rig.Time.Advance(100, rig.Loop);
        rig.Until(() => incoming == 2);
        Assert.Single(rig.Log, static line => line.EndsWith("accepts again", StringComparison.Ordinal));

        int Failures() => rig.Log.Count(static line => line.Contains("-> mach", StringComparison.Ordinal) && line.Contains("EvAcceptFailed", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_listener_tells_the_failure_to_the_one_who_waits_and_keeps_the_connection()
    {
        using var clients = new Clients();
        var sockets = new FaultySockets();
        using var listener = new SocketListener { SocketFactory = sockets };
        var port = listener.AddAnyInetPort();
        clients.Connect(port);
        (await listener.AcceptSocketAsync(TestContext.Current.CancellationToken)).Socket.Dispose();
        clients.Connect(port);
        sockets.IsDry = true;
        var x = await Assert.ThrowsAsync<SocketException>(async () => await listener.AcceptSocketAsync(TestContext.Current.CancellationToken));
        Assert.Equal(SocketError.TooManyOpenSockets, x.SocketErrorCode);
        sockets.IsDry = false;
        (await listener.AcceptSocketAsync(TestContext.Current.CancellationToken)).Socket.Dispose();
    }
}
