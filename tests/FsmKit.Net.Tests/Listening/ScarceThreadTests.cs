using Xunit;

namespace FsmKit.Net.Tests;

/// <summary>A threaded service in a process that cannot start as many threads as the service may use.</summary>
public class ScarceThreadTests
{
    [Fact]
    public void Without_a_thread_left_clients_wait_and_it_is_said_once_in_a_while()
    {
        using var rig = new ServiceRig();
        var threads = new ScarceThreads { Left = 0 };
        using var service = new ThreadedSocketService(rig.Loop, maxThreads: 2, active: true, threads);
        using var ran = new SemaphoreSlim(0);
        service.Run += (_, _) => ran.Release() >= 0;
        var port = service.AddAnyInetPort();
        rig.Connect(port);
        rig.Until(() => rig.Log.Length == 1);
        rig.Connect(port);
        rig.Connect(port);
        for (var i = 0; i < 99; i++)
        {
            rig.Time.Advance(100, rig.Loop);
        }

        rig.Settle();
        Assert.Equal((1, 0), (service.RunningCount, ran.CurrentCount));
        Assert.StartsWith("Warning", Assert.Single(rig.Log), StringComparison.Ordinal);
        Assert.Contains("no thread left", rig.Log[0], StringComparison.Ordinal);

        threads.Left = 1;
        rig.Until(() =>
        {
            rig.Time.Advance(TimeSpan.FromMilliseconds(100));
            return ran.CurrentCount == 3;
        });
        rig.Until(() => service.RunningCount == 0);
    }

    [Fact]
    public void A_thread_that_is_found_late_lets_no_second_client_in()
    {
        using var rig = new ServiceRig();
        var threads = new ScarceThreads(most: 1) { Left = 0 };
        using var service = new ThreadedSocketService(rig.Loop, maxThreads: 1, active: true, threads);
        using var begun = new SemaphoreSlim(0);
        using var goesOn = new SemaphoreSlim(0);
        service.Run += (_, _) =>
        {
            begun.Release();
            goesOn.Wait();
            return true;
        };
        var port = service.AddAnyInetPort();
        rig.Connect(port);
        rig.Until(() => rig.Log.Length == 1);
        rig.Connect(port);

        threads.Left = 1;
        rig.Time.Advance(TimeSpan.FromMilliseconds(100));
        rig.Until(() => begun.CurrentCount == 1);
        rig.Settle();
        Assert.Equal(1, service.RunningCount);

        goesOn.Release(2);
        rig.Until(() => begun.CurrentCount == 2 && service.RunningCount == 0);
    }

    [Fact]
    public async Task Closing_it_ends_a_connection_for_which_there_was_never_a_thread()
    {
        using var rig = new ServiceRig();
        var service = new ThreadedSocketService(rig.Loop, maxThreads: 2, active: true, new ScarceThreads { Left = 0 });
        var peer = rig.Connect(service.AddAnyInetPort());
        rig.Until(() => rig.Log.Length == 1);

        await service.DisposeAsync();
        Assert.Equal(0, peer.Receive(new byte[1]));
        Assert.Equal(0, service.RunningCount);
    }

    [Fact]
    public void A_thread_that_is_free_is_used_again()
    {
        using var rig = new ServiceRig();
        var threads = new ScarceThreads { Left = 1 };
        using var service = new ThreadedSocketService(rig.Loop, maxThreads: 2, active: true, threads);
        var ran = 0;
        service.Run += (_, _) => Interlocked.Increment(ref ran) > 0;
        var port = service.AddAnyInetPort();
        for (var i = 1; i <= 3; i++)
        {
            rig.Connect(port);
            rig.Until(() => Volatile.Read(ref ran) == i && threads.HasIdle);
        }

        Assert.Empty(rig.Log);
    }
}
