#pragma warning disable CA1848 // One line of a test needs no delegate.
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Xunit;

namespace FsmKit.Hosting.Tests;

public class StartingTests
{
    [Fact]
    public async Task Loops_start_in_order_on_threads_of_their_names_and_end_in_reverse_order()
    {
        var notes = new Notes();
        var host = await TestHost.StartAsync(
            fsm => fsm
                .AddLoop("one", static loop =>
                {
                    loop.Create<Noting>("a");
                    loop.Create<Noting>("b");
                })
                .AddLoop("two", static loop => loop.Create<Noting>("c")),
            builder => builder.Services.AddSingleton(notes));

        Assert.All(host.Loops, static loop => Assert.Equal(LoopStatus.Running, loop.Status));
        await host.StopAsync();
        Assert.Equal(
            [
                "start one.a on one", "start one.b on one", "start two.c on two",
                "drain two.c on two", "drain one.b on one", "drain one.a on one",
                "end c on two", "end a on one", "end b on one",
            ],
            notes.All);
        Assert.All(host.Loops, static loop => Assert.Equal(LoopStatus.Stopped, loop.Status));
        await host.DisposeAsync();
    }

    [Fact]
    public async Task A_gobj_that_cannot_be_created_stops_the_start_and_what_has_started()
    {
        var notes = new Notes();
        await using var host = new TestHost(
            fsm => fsm
                .AddLoop("one", static loop => loop.Create<Noting>("a"))
                .AddLoop("two", static loop => loop.Create<Shop>("shop", static shop => shop.Limit = -1)),
            builder => builder.Services.AddSingleton(notes).AddSingleton<IStock, Stock>());

        var x = await Assert.ThrowsAsync<FsmKitLoopException>(() => host.App.StartAsync(TestHost.Cancellation));
        Assert.Equal(
            "Loop 'two' cannot start because of Shop:shop: Parameter 'Limit' of Shop:shop does not take the value '-1'. Largest number that is sold at once.", x.Message);
        Assert.Equal("two", x.Loop);
        Assert.IsType<ParameterException>(x.InnerException);
        Assert.Equal(["start one.a on one", "end a on one"], notes.All);
    }

    [Fact]
    public async Task A_missing_service_is_named()
    {
        await using var host = new TestHost(static fsm => fsm.AddLoop("one", static loop => loop.Create<Shop>("shop")));

        var x = await Assert.ThrowsAsync<FsmKitLoopException>(() => host.App.StartAsync(TestHost.Cancellation));
        Assert.StartsWith("Loop 'one' cannot start because of Shop:shop: Unable to resolve service for type 'FsmKit.Hosting.Tests.IStock'", x.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_setup_that_throws_stops_the_start()
    {
        await using var host = new TestHost(static fsm => fsm.AddLoop("one", static loop => loop.Setup(static (_, _) => throw new InvalidOperationException("no"))));

        var x = await Assert.ThrowsAsync<FsmKitLoopException>(() => host.App.StartAsync(TestHost.Cancellation));
        Assert.Equal("Loop 'one' cannot start because of its setup: no", x.Message);
    }

    [Fact]
    public async Task A_start_that_is_cancelled_ends_the_loop()
    {
        using var cancelled = new CancellationTokenSource();
        await using var host = new TestHost(fsm => fsm.AddLoop("one", loop => loop.Setup((gaplic, _) =>
        {
            cancelled.Cancel();
            gaplic.PostCallback(static () => { });
        })));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => host.App.StartAsync(cancelled.Token));
        Assert.Equal(LoopStatus.Stopped, host.Loops[0].Status);
    }

    [Fact]
    public void Two_loops_of_one_name_are_refused()
    {
        var x = Assert.Throws<ArgumentException>(static () => new TestHost(static fsm => fsm.AddLoop("one", static _ => { }).AddLoop("one", static _ => { })));
        Assert.StartsWith("There is a loop 'one' already.", x.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Loops_may_be_added_in_several_calls()
    {
        await using var host = await TestHost.StartAsync(
            static fsm => fsm.AddLoop("one", static _ => { }),
            static builder => builder.Services.AddFsmKit(static fsm => fsm.AddLoop("two", static _ => { })));

        Assert.Equal(["one", "two"], host.Loops.Select(static loop => loop.Name));
    }

    [Fact]
    public async Task Options_logger_clock_and_services_come_from_the_host()
    {
        var time = new ManualTime();
        await using var host = await TestHost.StartAsync(
            static fsm => fsm.AddLoop("one", static loop =>
            {
                loop.Configure(static options => options.PostCapacity = 5);
                loop.Setup(static (gaplic, _) => gaplic.Create<Plain>("p").Logger.LogInformation("hello"));
            }),
            builder => builder.Services.AddSingleton<TimeProvider>(time));

        var loop = host.Loops["one"];
        Assert.Same(time, loop.Gaplic!.Time);
        Assert.Same(time, loop.Gaplic.Services!.GetRequiredService<TimeProvider>());
        Assert.Contains("Information: hello", host.Log["FsmKit.Hosting.Tests.Plain"]);
        Assert.Contains("Information: Loop one runs.", host.Log["FsmKit.Hosting"]);
    }
}
