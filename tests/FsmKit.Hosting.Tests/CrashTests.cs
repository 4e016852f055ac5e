using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Xunit;

namespace FsmKit.Hosting.Tests;

public class CrashTests
{
    private static void Describe(LoopBuilder loop)
    {
        loop.CrashesOn = static x => x is InvalidOperationException;
        loop.Create<Shop>("shop");
    }

    private static void AddStock(HostApplicationBuilder builder) => builder.Services.AddSingleton<IStock, Stock>();

    [Fact]
    public async Task A_crash_stops_the_host_whose_run_throws()
    {
        var notes = new Notes();
        var host = new TestHost(
            static fsm => fsm.AddLoop("other", static loop => loop.Create<Noting>("n")).AddLoop("one", Describe),
            builder =>
            {
                AddStock(builder);
                builder.Services.AddSingleton(notes);
            });
        var running = host.App.RunAsync(TestHost.Cancellation);
        await host.Log.CameAsync("Loop one runs.");
        var loop = host.Loops["one"];
        loop.Post("shop", new EvFail());

        var x = await Assert.ThrowsAsync<FsmKitLoopException>(() => running);
        Assert.Equal(("one", "Loop 'one' has crashed: on purpose"), (x.Loop, x.Message));
        Assert.Equal(LoopStatus.Crashed, loop.Status);
        Assert.Equal(["start other.n on other", "drain other.n on other", "end n on other"], notes.All);
        Assert.Contains("Critical: Loop one has crashed; the host stops. on purpose", host.Log["FsmKit.Hosting"]);
    }

    [Fact]
    public async Task An_exception_that_is_no_crash_is_logged_and_the_loop_goes_on()
    {
        await using var host = await TestHost.StartAsync(static fsm => fsm.AddLoop("one", static loop => loop.Create<Shop>("shop")), AddStock);
        host.Loops[0].Post("shop", new EvFail());

        Assert.Equal(1, await host.Loops[0].InvokeAsync(() => host.Loops[0].Gaplic!.Faults, TestHost.Cancellation));
        Assert.Equal(LoopStatus.Running, host.Loops[0].Status);
        Assert.Contains("Error: A fault in Shop:shop; the loop goes on. on purpose", host.Log["FsmKit.Hosting.Tests.Shop"]);
    }

    [Fact]
    public async Task A_loop_that_restarts_has_a_new_tree_and_pauses_that_grow()
    {
        await using var host = await TestHost.StartAsync(
            static fsm => fsm.AddLoop("one", static loop =>
            {
                Describe(loop);
                loop.OnCrash = CrashAction.Restart;
                loop.RestartDelay = TimeSpan.FromMilliseconds(1);
                loop.MaxRestartDelay = TimeSpan.FromMilliseconds(3);
            }),
            static builder =>
            {
                AddStock(builder);

                // A clock that stands still: no life of the loop is long enough to be a success.
                builder.Services.AddSingleton<TimeProvider>(new ManualTime());
            });
        var loop = host.Loops[0];
        loop.Post("shop", new EvSell(3));
        var first = loop.Root<Shop>();
        for (var crash = 1; crash <= 3; crash++)
        {
            loop.Post("shop", new EvFail());
            await host.Log.CameAsync($"after restart {crash}.");
        }

        Assert.NotSame(first, loop.Root<Shop>());
        Assert.True(first.IsDestroyed);
        Assert.Equal(0, await loop.InvokeAsync(() => loop.Root<Shop>().Sold, TestHost.Cancellation));
        Assert.Equal((3, "on purpose"), (loop.Restarts, loop.LastCrash!.Message));
        Assert.Equal(
            ["00:00:00.0010000", "00:00:00.0020000", "00:00:00.0030000"],
            host.Log["FsmKit.Hosting"].Where(static line => line.Contains("starts again in", StringComparison.Ordinal)).Select(static line => line.Split("again in ")[1].Split(". ")[0]));
        Assert.Equal("one", await loop.InvokeAsync(static () => Thread.CurrentThread.Name, TestHost.Cancellation));
    }

    [Fact]
    public async Task A_restart_whose_creation_fails_is_the_next_crash()
    {
        var fails = 0;
        await using var host = await TestHost.StartAsync(
            fsm => fsm.AddLoop("one", loop =>
            {
                loop.CrashesOn = static x => x is InvalidOperationException;
                loop.OnCrash = CrashAction.Restart;
                loop.RestartDelay = TimeSpan.Zero;
                loop.Create<Shop>("shop");
                loop.Setup((_, _) => _ = Interlocked.Decrement(ref fails) == 1 ? throw new InvalidOperationException("not yet") : 0);
            }),
            AddStock);
        Volatile.Write(ref fails, 2);
        host.Loops[0].Post("shop", new EvFail());

        await host.Log.CameAsync("after restart 2.");
        Assert.Equal("Loop 'one' cannot start because of its setup: not yet", host.Loops[0].LastCrash!.Message);
    }

    [Fact]
    public async Task A_restart_whose_options_fail_stops_the_host()
    {
        var fails = 0;
        await using var host = await TestHost.StartAsync(
            fsm => fsm.AddLoop("one", loop =>
            {
                Describe(loop);
                loop.OnCrash = CrashAction.Restart;
                loop.RestartDelay = TimeSpan.Zero;
                loop.Configure(_ =>
                {
                    if (Interlocked.Increment(ref fails) > 1)
                    {
                        throw new InvalidOperationException("no options");
                    }
                });
            }),
            AddStock);
        host.Loops[0].Post("shop", new EvFail());

        var x = await Assert.ThrowsAsync<FsmKitLoopException>(() => host.App.WaitForShutdownAsync(TestHost.Cancellation));
        Assert.Equal("Loop 'one' has crashed: no options", x.Message);
    }

    [Fact]
    public async Task A_loop_that_stops_itself_stops_the_host_in_good_order()
    {
        await using var host = await TestHost.StartAsync(static fsm => fsm.AddLoop("one", static loop => loop.OnCrash = CrashAction.Restart));
        host.Loops[0].PostCallback(host.Loops[0].Gaplic!.Stop);

        await host.App.WaitForShutdownAsync(TestHost.Cancellation);
        Assert.Equal((LoopStatus.Stopped, 0), (host.Loops[0].Status, host.Loops[0].Restarts));
        Assert.Contains("Information: Loop one has ended itself; the host stops.", host.Log["FsmKit.Hosting"]);
    }

    [Fact]
    public async Task A_host_that_stops_while_a_loop_pauses_does_not_wait_for_it()
    {
        var host = await TestHost.StartAsync(
            static fsm => fsm.AddLoop("one", static loop =>
            {
                Describe(loop);
                loop.OnCrash = CrashAction.Restart;
                loop.RestartDelay = loop.MaxRestartDelay = TimeSpan.FromHours(1);
            }),
            AddStock);
        host.Loops[0].Post("shop", new EvFail());
        await host.Log.CameAsync("it starts again in 01:00:00");

        await host.StopAsync();
        Assert.Equal(0, host.Loops[0].Restarts);
        await host.DisposeAsync();
    }
}
