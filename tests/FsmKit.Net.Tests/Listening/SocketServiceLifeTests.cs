using System.Runtime.CompilerServices;
using Xunit;

namespace FsmKit.Net.Tests;

/// <summary>Beginning and end of services.</summary>
public class SocketServiceLifeTests
{
    [Fact]
    public void Active_changes_are_told_when_there_is_one_whoever_makes_it()
    {
        using var rig = new ServiceRig();
        using var service = new SocketService(rig.Loop);
        var changes = 0;
        service.ActiveChanged += (_, _) => Interlocked.Increment(ref changes);
        service.Start();
        service.Active = true;
        Assert.Equal(0, changes);
        Parallel.For(0, 8, _ => service.Stop());
        Assert.Equal(1, changes);
        Parallel.For(0, 8, _ => service.Active = true);
        Assert.Equal(2, changes);
        Parallel.For(0, 1000, i => service.Active = i % 2 == 0);
        rig.Settle();

        Assert.Equal(service.Active, changes % 2 == 0);
        service.Active = true;
        var incoming = false;
        service.Incoming += (_, _) => incoming = true;
        rig.Connect(service.AddAnyInetPort());
        rig.Until(() => incoming);
    }

    [Fact]
    public void A_handler_may_close_the_service()
    {
        using var rig = new ServiceRig();
        var service = new SocketService(rig.Loop);
        service.Incoming += (_, _) =>
        {
            service.Close();
            return true;
        };
        rig.Connect(service.AddAnyInetPort());
        rig.Until(() => service.IsClosed);
        rig.Settle();

        Assert.False(service.Active);
        Assert.Equal(0, rig.Machines);
        Assert.Empty(rig.Log);
        service.Stop();
        Assert.Contains("Listener is already closed", Assert.Throws<ObjectDisposedException>(service.Start).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_loop_that_ends_closes_its_services()
    {
        var rig = new ServiceRig();
        var active = new SocketService(rig.Loop);
        var stopped = new SocketService(rig.Loop, active: false);
        active.AddAnyInetPort();
        rig.Settle();
        rig.Dispose();

        Assert.True(active.IsClosed && stopped.IsClosed);
        using var late = new SocketService(rig.Loop);
    }

    [Fact]
    public async Task A_service_can_be_made_and_closed_on_another_thread_than_the_loops()
    {
        using var rig = new ServiceRig();
        var running = Task.Run(() => rig.Loop.Run(), TestContext.Current.CancellationToken);
        var service = new SocketService(rig.Loop);
        var incoming = new TaskCompletionSource();
        service.Incoming += (_, _) => incoming.TrySetResult();
        rig.Connect(service.AddAnyInetPort());
        await incoming.Task.WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);
        await service.DisposeAsync();
        rig.Loop.Stop();
        await running;

        Assert.Empty(rig.Log);
    }

    [Fact]
    public void A_service_that_is_stopped_and_forgotten_is_gone_with_its_machine()
    {
        using var rig = new ServiceRig();
        var forgotten = MakeAndForget(rig);
        rig.Until(() =>
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
            return !forgotten.IsAlive && rig.Machines == 0;
        });

        [MethodImpl(MethodImplOptions.NoInlining)]
        static WeakReference MakeAndForget(ServiceRig rig)
        {
            var service = new SocketService(rig.Loop);
            service.AddAnyInetPort();
            rig.Settle();
            GC.Collect();
            Assert.Equal(1, rig.Machines);
            service.Stop();
            rig.Settle();
            return new WeakReference(service);
        }
    }
}
