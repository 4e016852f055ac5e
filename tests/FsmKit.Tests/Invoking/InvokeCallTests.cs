using FsmKit.TestShared;
using Xunit;
using static FsmKit.Tests.Works;

namespace FsmKit.Tests;

/// <summary><c>Invoke(…)</c>: asynchronous work that an action starts.</summary>
public sealed partial class InvokeCallTests : IDisposable
{
    private readonly GAplic _app;
    private readonly Caller _caller;

    public InvokeCallTests()
    {
        (_app, _) = App();
        _caller = _app.Create<Caller>();
    }

    public void Dispose() => _app.Dispose();

    [Fact]
    public void Its_end_is_an_event()
    {
        _caller.Send(new EvLoad());
        _caller.Sources[0].SetResult(3);
        _app.RunOut();
        Assert.Equal(["loaded 3"], _caller.Lines);
    }

    [Fact]
    public void Several_are_under_way_at_a_time()
    {
        _caller.Send(new EvLoad());
        _caller.Send(new EvLoad());
        Assert.Equal(["EvLoaded", "EvLoaded"], _caller.Describe().Invocations);
        _caller.Sources[1].SetResult(2);
        _app.RunOut();
        _caller.Sources[0].SetException(new IOException("gone"));
        _app.RunOut();
        Assert.Equal(["loaded 2", "not loaded: gone"], _caller.Lines);
    }

    [Fact]
    public void It_belongs_to_the_leaf_and_is_given_up_when_that_is_left()
    {
        _caller.Send(new EvLoad());
        _caller.Send(new EvStop());
        Assert.True(_caller.Token.IsCancellationRequested);
        _caller.Sources[0].SetResult(3);
        _app.RunOut();
        Assert.Empty(_caller.Lines);
    }

    [Fact]
    public void That_of_the_action_of_a_row_belongs_to_its_next_state()
    {
        _caller.Send(new EvStop());
        _caller.Send(new EvAgain());
        Assert.Equal("Ready", _caller.StateName);
        Assert.False(_caller.Token.IsCancellationRequested);
        _caller.Sources[0].SetResult(4);
        _app.RunOut();
        Assert.Equal(["loaded 4"], _caller.Lines);
    }

    [Fact]
    public void Work_without_a_result_that_has_ended_already_is_an_event_when_the_transition_is_through()
    {
        _caller.Send(new EvNote());
        Assert.Equal(["noted", "saved"], _caller.Lines);
    }

    [Fact]
    public void Mapping_functions_that_throw_are_a_failure()
    {
        _caller.Throws = true;
        _caller.Send(new EvLoad());
        _caller.Sources[0].SetResult(3);
        _app.RunOut();
        Assert.Equal(["not loaded: no such value"], _caller.Lines);
    }

    [Fact]
    public void It_is_started_in_the_gclass_that_gives_it_up()
    {
        var fault = Assert.Throws<GObjException>(() => _app.Create<Derived>().Send(new EvLoad()));
        Assert.Contains("call Invoke(…) in the gclass itself", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Work_that_has_ended_at_once_allocates_nothing()
    {
        var quick = _app.Create<Quick>();
        Assert.Equal(0, Allocation.Of(() =>
        {
            for (var i = 0; i < 100; i++)
            {
                quick.Send(new EvLoad());
                quick.Send(new EvStop());
            }
        }));
        Assert.True(quick.Loaded > 0 && quick.Loaded % 200 == 0);
    }

    [GClass, Input<EvLoad>, Input<EvStop>, Input<EvAgain>, Input<EvNote>, Input<EvLoaded>, Input<EvNotLoaded>, Input<EvSaved>]
    internal sealed partial class Caller : GObj
    {
        public List<string> Lines { get; } = [];

        public List<TaskCompletionSource<int>> Sources { get; } = [];

        public CancellationToken Token { get; private set; }

        public bool Throws { get; set; }

        private enum State : byte
        {
            [On<EvLoad>(nameof(Load)), On<EvNote>(nameof(Save)), On<EvLoaded>(nameof(Loaded)), On<EvNotLoaded>(nameof(NotLoaded)), On<EvSaved>(nameof(Saved))]
            [On<EvStop>(Next = Other), Refuse] Ready,
            [On<EvAgain>(nameof(Load), Next = Ready), Refuse] Other,
        }

        private void Load()
        {
            var source = new TaskCompletionSource<int>();
            Sources.Add(source);
            Invoke(
                token =>
                {
                    Token = token;
                    return source.Task;
                },
                value => Throws ? throw new KeyNotFoundException("no such value") : new EvLoaded(value),
                static why => new EvNotLoaded(why));
        }

        private void Save()
        {
            Invoke(static _ => Task.CompletedTask, new EvSaved(), static why => new EvNotLoaded(why));
            Lines.Add("noted");
        }

        private void Saved() => Lines.Add("saved");

        private void Loaded(in EvLoaded e) => Lines.Add($"loaded {e.Value}");

        private void NotLoaded(in EvNotLoaded e) => Lines.Add($"not loaded: {e.Why.Message}");
    }

    internal abstract class Base : GObj
    {
        protected void Load() => Invoke(static _ => Task.FromResult(1), static value => new EvLoaded(value), static why => new EvNotLoaded(why));
    }

    [GClass, Input<EvLoad>, Input<EvLoaded>, Input<EvNotLoaded>]
    internal sealed partial class Derived : Base
    {
        private enum State : byte
        {
            [On<EvLoad>(nameof(Load)), Ignore<EvLoaded>, Ignore<EvNotLoaded>] Ready,
        }
    }

    /// <summary>Work of a call and of a state that is through at once.</summary>
    [GClass, Input<EvLoad>, Input<EvStop>, Input<EvLoaded>, Input<EvNotLoaded>]
    internal sealed partial class Quick : GObj
    {
        public int Loaded { get; private set; }

        private enum State : byte
        {
            [On<EvLoad>(nameof(Load)), On<EvStop>(Next = Working), On<EvLoaded>(nameof(Count)), Ignore<EvNotLoaded>, Refuse] Ready,
            [Invoke<EvLoaded, EvNotLoaded>(nameof(WorkAsync)), On<EvLoaded>(nameof(Count), Next = Ready), Refuse] Working,
        }

        private static ValueTask<EvLoaded> WorkAsync(CancellationToken cancellation) => new(new EvLoaded(1));

        private void Load() => Invoke(static _ => new ValueTask<int>(1), static value => new EvLoaded(value), static why => new EvNotLoaded(why));

        private void Count() => Loaded++;
    }
}
