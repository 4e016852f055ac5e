using Microsoft.Extensions.Logging;
using Xunit;

namespace FsmKit.Tests;

/// <summary>Async code in a loop: posts through the loop's synchronization context, and awaits under it.</summary>
public sealed class AsyncTests : IDisposable
{
    private static readonly TimeSpan Long = TimeSpan.FromSeconds(30);
    private readonly LogLines _log = new();
    private readonly GAplic _app;

    public AsyncTests() => _app = new GAplic("app", new GAplicOptions { Logger = _log, PostCapacity = 1 });

    public void Dispose() => _app.Dispose();

    [Fact]
    public async Task Async_code_that_was_entered_goes_on_in_the_thread_of_the_loop()
    {
        var loop = new Thread(() => _app.Run());
        loop.Start();
        var other = new TaskCompletionSource<int>(TaskCreationOptions.RunContinuationsAsynchronously);
        var ended = new TaskCompletionSource<Task<int[]>>(TaskCreationOptions.RunContinuationsAsynchronously);
        _app.PostCallback(() =>
        {
            using (_app.SynchronizationContext.Enter())
            {
                ended.SetResult(Walk(other.Task));
            }
        });
        var walk = await ended.Task.WaitAsync(Long, TestContext.Current.CancellationToken);
        other.SetResult(Environment.CurrentManagedThreadId);

        var threads = await walk.WaitAsync(Long, TestContext.Current.CancellationToken);

        Assert.Equal([loop.ManagedThreadId, loop.ManagedThreadId, loop.ManagedThreadId], threads);
        _app.Stop();

        // Not here: this may be the loop's own thread by now.
        Assert.True(await Task.Run(() => loop.Join(Long), TestContext.Current.CancellationToken));

        static async Task<int[]> Walk(Task<int> other)
        {
            var first = Environment.CurrentManagedThreadId;
            await other;
            var second = Environment.CurrentManagedThreadId;
            await Task.Run(static () => { });
            return [first, second, Environment.CurrentManagedThreadId];
        }
    }

    [Fact]
    public void A_post_waits_for_a_cycle_also_in_the_thread_of_the_loop_and_with_a_full_queue()
    {
        _app.Create<Probe>().Post(new EvPing(1));
        var order = new List<string>();
        _app.PostCallback(() =>
        {
            _app.SynchronizationContext.Post(state => order.Add((string)state!), "posted");
            _app.PostCallback(state => order.Add((string)state!), "with a state");
            order.Add("before");
        });
        _app.RunOnce();
        Assert.Equal(["before"], order);

        _app.RunOnce();
        Assert.Equal(["before", "posted", "with a state"], order);
    }

    [Fact]
    public void The_context_is_current_while_a_cycle_runs_and_where_it_is_entered()
    {
        var context = _app.SynchronizationContext;
        var seen = new List<SynchronizationContext?>();
        _app.PostCallback(() => seen.Add(SynchronizationContext.Current));
        context.Post(_ => seen.Add(SynchronizationContext.Current), null);
        context.Post(_ => SynchronizationContext.SetSynchronizationContext(null), null);
        var before = SynchronizationContext.Current;

        _app.RunOnce();
        using (context.Enter())
        {
            seen.Add(SynchronizationContext.Current);
        }

        Assert.Equal([context, context, context], seen);
        Assert.Same(before, SynchronizationContext.Current);
        Assert.Same(context, context.CreateCopy());
    }

    [Fact]
    public void What_throws_is_logged_and_the_loop_goes_on()
    {
        var went = false;
        _app.SynchronizationContext.Post(static _ => throw new NotSupportedException("bad post"), null);
        _app.PostCallback(() =>
        {
            using (_app.SynchronizationContext.Enter())
            {
                Fail();
            }
        });
        _app.RunOnce();
        _app.PostCallback(() => went = true);
        _app.RunOnce();

        Assert.True(went);
        Assert.Equal(
            ["Error: A fault in a posted callback; the loop goes on. bad post", "Error: A fault in a posted callback; the loop goes on. bad async"],
            _log.From(LogLevel.Error));

        static async void Fail()
        {
            await Task.CompletedTask;
            throw new NotSupportedException("bad async");
        }
    }

    [Fact]
    public void A_send_is_done_at_once_in_the_thread_of_the_loop_and_refused_in_another()
    {
        var context = _app.SynchronizationContext;
        var (got, isDone) = (0, false);
        Exception? caught = null;
        _app.PostCallback(() =>
        {
            context.Send(state => got = (int)state!, 7);
            isDone = got == 7;
            var other = new Thread(() => caught = Record.Exception(() => context.Send(_ => got = 0, null)));
            other.Start();
            other.Join();
        });
        _app.RunOnce();

        Assert.True(isDone);
        Assert.Equal(7, got);
        Assert.Contains("GAplic:app", Assert.IsType<NotSupportedException>(caught).Message, StringComparison.Ordinal);
        Assert.Contains("Use Post", caught.Message, StringComparison.Ordinal);
        Assert.Throws<NotSupportedException>(() => context.Send(static _ => { }, null));
    }

    [Fact]
    public void Another_thread_cannot_enter_a_loop_that_runs()
    {
        Exception? caught = null;
        _app.PostCallback(() =>
        {
            var other = new Thread(() => caught = Record.Exception(() => _app.SynchronizationContext.Enter().Dispose()));
            other.Start();
            other.Join();
        });
        _app.RunOnce();

        Assert.Contains("Use Post", Assert.IsType<GObjException>(caught).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_loop_that_is_disposed_drops_what_is_posted()
    {
        var held = Post(_app);
        _app.Dispose();
        var dropped = Post(_app);

        GC.Collect();

        Assert.True(held.TryGetTarget(out _));
        Assert.False(dropped.TryGetTarget(out _));
        GC.KeepAlive(_app);

        [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]
        static WeakReference<object> Post(GAplic app)
        {
            var state = new object();
            app.SynchronizationContext.Post(static _ => Assert.Fail("It ran."), state);
            app.PostCallback(static _ => Assert.Fail("It ran."), state);
            return new WeakReference<object>(state);
        }
    }
}
