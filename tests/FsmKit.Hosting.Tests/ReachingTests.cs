using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace FsmKit.Hosting.Tests;

public class ReachingTests
{
    private static Task<TestHost> StartAsync() => TestHost.StartAsync(
        static fsm => fsm.AddLoop("one", static loop =>
        {
            loop.Create<Shop>("shop");
            loop.Create<Plain>("plain");
        }),
        static builder => builder.Services.AddSingleton<IStock, Stock>());

    [Fact]
    public async Task Events_are_posted_to_a_root_gobj_by_name_and_by_type()
    {
        await using var host = await StartAsync();
        var loop = host.App.Services.GetRequiredKeyedService<IFsmKitLoop>("one");
        Assert.Same(loop, host.App.Services.GetRequiredService<IFsmKitLoop>());

        Assert.Equal(Outcome.Queued, loop.Post("shop", new EvSell(2)));
        Assert.Equal(Outcome.Queued, loop.Root<Shop>().Post(new EvSell(1)));
        Assert.Equal(3, await loop.InvokeAsync(() => loop.Root<Shop>().Sold, TestHost.Cancellation));

        var x = Assert.Throws<FsmKitLoopException>(() => loop.Post("plain", new EvSell(2)));
        Assert.Equal("Loop 'one' has no gobj 'plain' that accepts EvSell. It has: Shop:shop, Plain:plain.", x.Message);
        x = Assert.Throws<FsmKitLoopException>(() => loop.Root<Shop>("shed"));
        Assert.Equal("Loop 'one' has no gobj Shop:shed. It has: Shop:shop, Plain:plain.", x.Message);
        Assert.Equal("There is no loop 'two'. The loops are: one.", Assert.Throws<KeyNotFoundException>(() => host.Loops["two"]).Message);
    }

    [Fact]
    public async Task Delegates_run_on_the_loop_before_and_after_an_await()
    {
        await using var host = await StartAsync();
        var loop = host.Loops[0];
        Assert.Equal("one", await loop.InvokeAsync(static () => Thread.CurrentThread.Name, TestHost.Cancellation));
        Assert.Equal("one", await loop.InvokeAsync(
            static async () =>
            {
                await Task.Run(static () => { }, TestHost.Cancellation);
                return Thread.CurrentThread.Name;
            },
            TestHost.Cancellation));

        var name = "";
        await loop.InvokeAsync(() => name = Thread.CurrentThread.Name, TestHost.Cancellation);
        Assert.Equal("one", name);
        await loop.InvokeAsync(
            async () =>
            {
                await Task.Run(static () => { }, TestHost.Cancellation);
                name += Thread.CurrentThread.Name;
            },
            TestHost.Cancellation);
        Assert.Equal("oneone", name);
    }

    [Fact]
    public async Task Exceptions_of_delegates_reach_the_caller_and_are_no_fault_of_the_loop()
    {
        await using var host = await StartAsync();
        var loop = host.Loops[0];
        await Assert.ThrowsAsync<NotSupportedException>(() => loop.InvokeAsync(static () => throw new NotSupportedException(), TestHost.Cancellation));
        await Assert.ThrowsAsync<NotSupportedException>(() => loop.InvokeAsync(
            static async () =>
            {
                await Task.Yield();
                throw new NotSupportedException();
            },
            TestHost.Cancellation));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => loop.InvokeAsync(static () => Task.FromCanceled(new CancellationToken(true)), TestHost.Cancellation));
        Assert.Equal(0, loop.Gaplic!.Faults);
    }

    [Fact]
    public async Task Before_and_after_its_run_the_loop_takes_nothing()
    {
        await using var host = new TestHost(static fsm => fsm.AddLoop("one", static loop => loop.Create<Plain>("plain")));
        var loop = host.Loops[0];
        await Assert.ThrowsAsync<FsmKitLoopException>(() => loop.InvokeAsync(static () => 1, TestHost.Cancellation));
        await host.App.StartAsync(TestHost.Cancellation);

        // The loop is busy until the host has stopped it, so that the second delegate cannot run any more.
        using var busy = new ManualResetEventSlim();
        var isBusy = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var first = loop.InvokeAsync(
            () =>
            {
                isBusy.SetResult();
                busy.Wait(TestHost.Cancellation);
            },
            TestHost.Cancellation);
        await isBusy.Task;
        var second = loop.InvokeAsync(() => Task.Delay(Timeout.Infinite, TestHost.Cancellation), TestHost.Cancellation);
        var stopped = host.StopAsync();
        busy.Set();
        await stopped;
        await first;
        var x = await Assert.ThrowsAsync<FsmKitLoopException>(() => second);
        Assert.Equal("Loop 'one' has ended before the delegate had finished.", x.Message);
        Assert.Equal(Outcome.Destroyed, loop.Post("plain", new EvSell(1)));
        Assert.Null(loop.Gaplic);
        x = Assert.Throws<FsmKitLoopException>(() => loop.Root<Plain>());
        Assert.Equal("Loop 'one' has no gobjs: it is Stopped.", x.Message);
    }
}
