using Microsoft.Extensions.Logging;
using Xunit;

namespace FsmKit.Tests;

/// <summary>Threads that may touch a tree. The checks hold in every build, debug or not.</summary>
public sealed class LoopThreadTests : IDisposable
{
    private static readonly TimeSpan Long = TimeSpan.FromSeconds(30);

    private static readonly Dictionary<string, Action<Probe>> LoopOnly = new()
    {
        ["send"] = static probe => probe.Send(new EvPing(1)),
        ["publish"] = static probe => probe.Say(1),
        ["publish to an outside subscriber"] = static probe => probe.SayPong(1),
        ["create"] = static probe => probe.Create<Probe>(),
        ["destroy"] = static probe => probe.Destroy(),
        ["subscribe"] = static probe => probe.Subscribe<EvBytes>(static (GObj _, in EvBytes _) => { }),
        ["unsubscribe"] = static probe => probe.Unsubscribe<EvPing>(probe.Parent!),
        ["unsubscribe all"] = static probe => probe.UnsubscribeAll(),
        ["children"] = static probe => _ = probe.Children,
        ["children of a type"] = static probe => probe.Children<Probe>().GetEnumerator().Dispose(),
        ["find a child"] = static probe => probe.FindChild("child"),
        ["write a parameter"] = static probe => probe.WriteParameter("Size", "5"),
        ["trace"] = static probe => probe.TraceMachine = MachineTraceLevel.Events,
        ["arm a timer"] = static probe => new LoopTimer(probe, static () => { }).Arm(TimeSpan.Zero),
        ["cancel a timer"] = static probe => new LoopTimer(probe, static () => { }).Cancel(),
        ["start a named timeout"] = static probe => probe.Remind(1),
        ["stop a named timeout"] = static probe => probe.Forget(),
        ["ask a named timeout"] = static probe => _ = probe.Left,
        ["find a unique name"] = static probe => probe.Gaplic.FindUnique("x"),
        ["enter the context"] = static probe => probe.Gaplic.SynchronizationContext.Enter().Dispose(),
        ["run"] = static probe => probe.Gaplic.Run(),
        ["run once"] = static probe => probe.Gaplic.RunOnce(),
        ["dispose"] = static probe => probe.Gaplic.Dispose(),
    };

    private static readonly Dictionary<string, Func<Probe, object?>> Free = new()
    {
        ["post"] = static probe => probe.Post(new EvPing(1)),
        ["post a callback"] = static probe => { probe.Gaplic.PostCallback(static () => { }); return null; },
        ["state"] = static probe => { Assert.Equal("Idle", probe.StateName); return null; },
        ["names"] = static probe => probe.Path + probe.FullName + probe,
        ["parent"] = static probe => probe.Parent,
        ["number of children"] = static probe => probe.ChildCount,
        ["read a parameter"] = static probe => probe.ReadParameter("Size"),
        ["stalls"] = static probe => probe.Gaplic.Stalls,
    };

    private readonly LogLines _log = new();
    private readonly GAplic _app;
    private readonly Probe _probe;

    public LoopThreadTests()
    {
        _app = new GAplic("app", new GAplicOptions { Logger = _log });
        _probe = _app.Create<Probe>("parent").Create<Probe>("probe");
        _probe.Subscribe<EvPong>(static (GObj _, in EvPong _) => { });
    }

    public static TheoryData<string> OfTheLoop => [.. LoopOnly.Keys];

    public static TheoryData<string> OfAnyThread => [.. Free.Keys];

    public void Dispose() => _app.Dispose();

    [Theory]
    [MemberData(nameof(OfTheLoop))]
    public void While_a_loop_runs_another_thread_that_touches_its_tree_is_told_what_to_do(string what)
    {
        Exception? caught = null;
        var state = "";
        _app.PostCallback(() => caught = InAnotherThread(() => LoopOnly[what](_probe)));
        _app.PostCallback(() => state = $"{_probe.Got.Count} {_probe.IsDestroyed} {_probe.ChildCount} {_probe.Size} {_probe.TraceMachine}");
        _app.RunOnce();

        var message = Assert.IsType<GObjException>(caught).Message;
        Assert.Contains("Use Post or PostCallback", message.Replace("use", "Use", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains(":app", message, StringComparison.Ordinal);
        Assert.Equal("0 False 0 10 Off", state);
        Assert.False(_app.IsDestroyed);
    }

    [Theory]
    [MemberData(nameof(OfAnyThread))]
    public void What_any_thread_may_ask_is_answered_while_the_loop_runs(string what)
    {
        Exception? caught = null;
        _app.PostCallback(() => caught = InAnotherThread(() => Free[what](_probe)));
        _app.RunOnce();

        Assert.Null(caught);
    }

    [Theory]
    [MemberData(nameof(OfTheLoop))]
    public void While_no_thread_runs_the_loop_each_may_touch_the_tree(string what)
    {
        _app.RunOnce();
        if (what != "run")
        {
            Assert.Null(InAnotherThread(() => LoopOnly[what](_probe)));
        }
    }

    [Fact]
    public void A_loop_goes_from_thread_to_thread_between_its_cycles()
    {
        var threads = new List<int>();
        for (var i = 0; i < 5; i++)
        {
            Assert.Null(InAnotherThread(() =>
            {
                _app.PostCallback(() =>
                {
                    threads.Add(Environment.CurrentManagedThreadId);
                    _probe.Send(new EvPing(1));
                });
                _app.RunOnce();
            }));
        }

        Assert.Equal(5, threads.Count);
        Assert.Equal(5, _probe.Got.Count);
        Assert.Empty(_log.From(LogLevel.Error));
    }

    [Fact]
    public void A_loop_in_the_thread_of_another_loop_may_run_inside_its_action()
    {
        using var other = new GAplic("other");
        var probe = other.Create<Probe>("probe");
        _app.PostCallback(() =>
        {
            probe.Send(new EvPing(1));
            probe.Post(new EvPing(2));
            other.RunOnce();
            _probe.Send(new EvPing(3));
        });
        _app.RunOnce();

        Assert.Equal(["ping 1", "ping 2"], probe.Got);
        Assert.Equal(["ping 3"], _probe.Got);
    }

    [Fact]
    public void An_await_in_an_action_comes_back_to_the_loop()
    {
        using var done = new ManualResetEventSlim();
        var elsewhere = new TaskCompletionSource();
        var threads = new List<int>();
        var loop = new Thread(() => _app.Run());
        _probe.OnPing = async void (probe) =>
        {
            probe.OnPing = null;
            threads.Add(Environment.CurrentManagedThreadId);
            _app.PostCallback(() => new Thread(elsewhere.SetResult).Start());
            await elsewhere.Task;
            threads.Add(Environment.CurrentManagedThreadId);
            probe.Send(new EvPong(2));
            await Task.Yield();
            threads.Add(Environment.CurrentManagedThreadId);
            done.Set();
        };
        loop.Start();
        _probe.Post(new EvPing(1));

        Assert.True(done.Wait(Long, TestContext.Current.CancellationToken));
        _app.Stop();
        Assert.True(loop.Join(Long));
        Assert.Equal(Enumerable.Repeat(loop.ManagedThreadId, 3), threads);
        Assert.Equal(["ping 1", "pong 2"], _probe.Got);
    }

    [Fact]
    public void What_leaves_an_async_action_is_logged_and_the_loop_goes_on()
    {
        _probe.OnPing = async void (_) =>
        {
            await Task.Yield();
            throw new NotSupportedException("later");
        };
        _probe.Post(new EvPing(1));
        while (_app.RunOnce())
        {
        }

        Assert.Equal(["Error: A fault in a posted callback; the loop goes on. later"], _log.From(LogLevel.Error));
    }

    [Fact]
    public void What_left_the_loop_on_purpose_is_told_when_it_touches_the_tree()
    {
        using var done = new ManualResetEventSlim();
        var elsewhere = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Exception? caught = null;
        _probe.OnPing = async void (probe) =>
        {
            await elsewhere.Task.ConfigureAwait(false);
            caught = Record.Exception(() => probe.Send(new EvPong(2)));
            done.Set();
        };
        _app.PostCallback(() =>
        {
            _probe.Send(new EvPing(1));
            elsewhere.SetResult();
            done.Wait(Long);
        });
        _app.RunOnce();

        Assert.Contains("leave out ConfigureAwait(false)", Assert.IsType<GObjException>(caught).Message, StringComparison.Ordinal);
        Assert.Equal(["ping 1"], _probe.Got);
    }

    [Fact]
    public void An_action_cannot_dispose_the_loop_that_runs_it()
    {
        Exception? caught = null;
        _app.PostCallback(() => caught = Record.Exception(_app.Dispose));
        _app.RunOnce();

        Assert.Contains("dispose it after Run", Assert.IsType<GObjException>(caught).Message, StringComparison.Ordinal);
        Assert.False(_app.IsDestroyed);
    }

    private static Exception? InAnotherThread(Action action)
    {
        Exception? caught = null;
        var thread = new Thread(() => caught = Record.Exception(action));
        thread.Start();
        thread.Join();
        return caught;
    }
}
