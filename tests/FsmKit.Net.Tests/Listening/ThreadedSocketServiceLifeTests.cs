using System.Runtime.CompilerServices;
using Xunit;

namespace FsmKit.Net.Tests;

/// <summary>The end of services while their threads are at work.</summary>
public class ThreadedSocketServiceLifeTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task Disposing_asynchronously_waits_for_the_handlers_and_closing_does_not()
    {
        using var rig = new ServiceRig();
        var service = new ThreadedSocketService(rig.Loop);
        using var gate = new SemaphoreSlim(0);
        var (started, ended) = (0, false);
        service.Run += (_, _) =>
        {
            Interlocked.Increment(ref started);
            gate.Wait(Patience);
            return ended = true;
        };
        rig.Connect(service.AddAnyInetPort());
        rig.Until(() => Volatile.Read(ref started) == 1);
        service.Close();
        var disposing = service.DisposeAsync().AsTask();
        Assert.False(disposing.IsCompleted);
        gate.Release();
        await disposing.WaitAsync(Patience, TestContext.Current.CancellationToken);

        Assert.True(ended);
        Assert.Equal(0, service.RunningCount);
        await service.DisposeAsync();
    }

    [Fact]
    public void A_handler_may_dispose_the_service_that_runs_it()
    {
        using var rig = new ServiceRig();
        var service = new ThreadedSocketService(rig.Loop, maxThreads: 1);
        var disposed = false;
        service.Run += (_, _) =>
        {
            disposed = service.DisposeAsync().AsTask().Wait(Patience);
            return true;
        };
        rig.Connect(service.AddAnyInetPort());
        rig.Until(() => Volatile.Read(ref disposed) && service.RunningCount == 0);
        rig.Settle();

        Assert.True(service.IsClosed);
        Assert.Equal(0, rig.Machines);
    }

    // GLib: socket-service/threaded/712570
    [Fact]
    public void The_last_reference_may_go_with_a_job()
    {
        using var rig = new ServiceRig();
        using var gate = new SemaphoreSlim(0);
        var forgotten = MakeAndForget(rig, gate);
        GC.Collect();
        GC.WaitForPendingFinalizers();
        Assert.True(forgotten.IsAlive, "The job needs it.");

        gate.Release();
        rig.Until(() =>
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
            return !forgotten.IsAlive && rig.Machines == 0;
        });
        Assert.Empty(rig.Log);

        [MethodImpl(MethodImplOptions.NoInlining)]
        static WeakReference MakeAndForget(ServiceRig rig, SemaphoreSlim gate)
        {
            var service = new ThreadedSocketService(rig.Loop, maxThreads: 1);
            var started = 0;
            service.Run += (_, _) =>
            {
                Interlocked.Increment(ref started);
                return gate.Wait(Patience);
            };
            rig.Connect(service.AddAnyInetPort());
            rig.Until(() => Volatile.Read(ref started) == 1);
            service.Stop();
            rig.Settle();
            return new WeakReference(service);
        }
    }
}
