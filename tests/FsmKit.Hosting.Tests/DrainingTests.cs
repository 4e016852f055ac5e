using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Xunit;

namespace FsmKit.Hosting.Tests;

public class DrainingTests
{
    [Fact]
    public async Task A_gobj_is_drained_by_a_pair_of_events()
    {
        Shop? shop = null;
        var host = await TestHost.StartAsync(
            fsm => fsm.AddLoop("one", loop => loop.Create<Shop>("shop", made => shop = made).DrainWith<EvClose, EvClosed>()),
            static builder => builder.Services.AddSingleton<IStock, Stock>());

        await host.StopAsync();
        Assert.Equal("Closed", shop!.StateName);
        Assert.DoesNotContain(host.Log["FsmKit.Hosting"], static line => line.Contains("Shop", StringComparison.Ordinal));
        await host.DisposeAsync();
    }

    [Fact]
    public async Task A_gobj_that_refuses_the_event_has_nothing_to_finish()
    {
        var host = await TestHost.StartAsync(
            static fsm => fsm.AddLoop("one", static loop => loop.Create<Shop>("shop").DrainWith<EvClose, EvClosed>()),
            static builder => builder.Services.AddSingleton<IStock, Stock>());
        Assert.Equal(Outcome.Handled, await host.Loops[0].InvokeAsync(() => host.Loops[0].Root<Shop>().Send(new EvClose()), TestHost.Cancellation));

        await host.StopAsync();
        await host.DisposeAsync();
    }

    [Fact]
    public void Events_that_the_gclass_does_not_have_are_refused_at_once()
    {
        var x = Assert.Throws<ArgumentException>(static () => new TestHost(static fsm => fsm.AddLoop("one", static loop => loop.Create<Plain>("p").DrainWith<EvClose, EvClosed>())));
        Assert.StartsWith("Plain cannot be drained with EvClose and EvClosed: it has to declare [Input<EvClose>] and [Output<EvClosed>].", x.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_loop_goes_on_while_its_gobjs_finish()
    {
        var finished = "";
        var host = await TestHost.StartAsync(fsm => fsm.AddLoop("one", loop => loop.Create<Plain>("p").DrainWith(async (plain, cancellation) =>
        {
            await Task.Run(static () => { }, cancellation);
            finished = $"{plain} on {Thread.CurrentThread.Name}, {plain.IsDestroyed}";
        })));

        await host.StopAsync();
        Assert.Equal("Plain:p on one, False", finished);
        await host.DisposeAsync();
    }

    [Fact]
    public async Task One_that_does_not_finish_in_time_is_named_and_one_that_fails_too()
    {
        var notes = new Notes();
        var host = await TestHost.StartAsync(
            static fsm => fsm.AddLoop("one", static loop =>
            {
                loop.DrainTimeout = TimeSpan.FromMilliseconds(50);
                loop.Create<Plain>("slow").DrainWith(static (_, cancellation) => Task.Delay(Timeout.Infinite, cancellation));
                loop.Create<Plain>("bad").DrainWith(static (_, _) => throw new InvalidOperationException("cannot"));
            }),
            builder => builder.Services.AddSingleton(notes));

        await host.StopAsync();
        Assert.Contains("Error: Plain:bad of loop one has failed to finish its work. cannot", host.Log["FsmKit.Hosting"]);
        Assert.Contains(host.Log["FsmKit.Hosting"], static line => line.StartsWith("Warning: Plain:slow of loop one has not finished its work in time;", StringComparison.Ordinal));
        await host.DisposeAsync();
    }

    [Fact]
    public async Task The_time_of_the_host_ends_the_draining_too()
    {
        var host = await TestHost.StartAsync(
            static fsm => fsm.AddLoop("one", static loop => loop.Create<Plain>("slow").DrainWith(static (_, _) => new TaskCompletionSource().Task)),
            static builder => builder.Services.Configure<HostOptions>(static options => options.ShutdownTimeout = TimeSpan.FromMilliseconds(50)));

        await host.StopAsync();
        Assert.Equal(LoopStatus.Stopped, host.Loops[0].Status);
        Assert.Contains(host.Log["FsmKit.Hosting"], static line => line.StartsWith("Warning: Plain:slow of loop one has not finished its work in time;", StringComparison.Ordinal));
        await host.DisposeAsync();
    }

    [Fact]
    public async Task A_loop_that_is_stuck_in_an_action_is_left_behind()
    {
        using var stuck = new ManualResetEventSlim();
        var host = await TestHost.StartAsync(
            static fsm => fsm.AddLoop("one", static loop => loop.DrainTimeout = TimeSpan.Zero),
            static builder => builder.Services.Configure<HostOptions>(static options => options.ShutdownTimeout = TimeSpan.FromMilliseconds(50)));
        var isStuck = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var waiting = host.Loops[0].InvokeAsync(
            () =>
            {
                isStuck.SetResult();
                stuck.Wait(TestHost.Cancellation);
            },
            TestHost.Cancellation);
        await isStuck.Task;

        await host.StopAsync();
        Assert.Contains("Error: Loop one has not ended in time: an action keeps it. Its thread stays behind.", host.Log["FsmKit.Hosting"]);
        stuck.Set();
        await waiting;
        await host.DisposeAsync();
    }
}
