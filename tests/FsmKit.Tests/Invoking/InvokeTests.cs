using Xunit;
using static FsmKit.Tests.Works;

namespace FsmKit.Tests;

/// <summary><c>[Invoke]</c>: asynchronous work of a state.</summary>
public sealed class InvokeTests : IDisposable
{
    private readonly GAplic _app;
    private readonly LogLines _log;
    private readonly Loader _loader;

    public InvokeTests()
    {
        (_app, _log) = App();
        _loader = _app.Create<Loader>("loader");
    }

    public void Dispose() => _app.Dispose();

    private string Told => string.Join(", ", _loader.Lines);

    [Fact]
    public void It_starts_after_the_entry_actions_and_its_result_is_an_event_from_the_gobj()
    {
        _loader.Send(new EvLoad());
        Assert.Equal("enter, work", Told);
        Assert.Equal("Loading", _loader.StateName);
        _loader.Runs[0].Source.SetResult(7);
        Assert.Equal("enter, work", Told);
        _app.RunOut();
        Assert.Equal("enter, work, exit, loaded 7", Told);
        Assert.Same(_loader, _loader.From);
        Assert.Equal("Idle", _loader.StateName);
    }

    [Fact]
    public void A_failure_is_an_event_with_its_exception()
    {
        _loader.Send(new EvLoad());
        _loader.Runs[0].Source.SetException(new IOException("the disk is gone"));
        _app.RunOut();
        Assert.Equal("enter, work, exit, not loaded: the disk is gone", Told);
    }

    [Fact]
    public void Work_that_somebody_else_cancels_has_failed()
    {
        _loader.Send(new EvLoad());
        _loader.Runs[0].Source.SetCanceled(new CancellationToken(canceled: true));
        _app.RunOut();
        Assert.StartsWith("enter, work, exit, not loaded: A task was canceled", Told, StringComparison.Ordinal);
    }

    [Fact]
    public void A_method_that_throws_has_failed()
    {
        _loader.AtOnce = static () => throw new InvalidOperationException("no key");
        _loader.Send(new EvLoad());
        Assert.Equal("enter, work, exit, not loaded: no key", Told);
    }

    [Fact]
    public void Leaving_cancels_the_token_after_the_exit_actions_and_nothing_comes_any_more()
    {
        _loader.Send(new EvLoad());
        _loader.Send(new EvStop());
        Assert.Equal("enter, work, exit", Told);
        Assert.True(_loader.Runs[0].Token.IsCancellationRequested);
        _loader.Runs[0].Source.SetResult(7);
        _app.RunOut();
        Assert.Equal("enter, work, exit", Told);
        Assert.DoesNotContain(_log.Lines, static line => !line.StartsWith("Debug", StringComparison.Ordinal));
    }

    [Fact]
    public void A_result_that_had_come_is_not_delivered_after_leaving()
    {
        _loader.Send(new EvLoad());
        _loader.Runs[0].Source.SetResult(7);
        _loader.Send(new EvStop());
        _app.RunOut();
        Assert.Equal("enter, work, exit", Told);
    }

    [Fact]
    public void Entering_again_starts_it_anew_and_the_run_before_means_nothing()
    {
        _loader.Send(new EvLoad());
        _loader.Send(new EvAgain());
        Assert.Equal("enter, work, exit, enter, work", Told);
        Assert.True(_loader.Runs[0].Token.IsCancellationRequested);
        Assert.False(_loader.Runs[1].Token.IsCancellationRequested);
        _loader.Runs[0].Source.SetResult(1);
        _app.RunOut();
        Assert.Equal("Loading", _loader.StateName);
        _loader.Runs[1].Source.SetResult(2);
        _app.RunOut();
        Assert.EndsWith("loaded 2", Told, StringComparison.Ordinal);
    }

    [Fact]
    public void A_result_that_is_there_at_once_comes_behind_what_the_gobj_sends_to_itself_and_before_what_others_send()
    {
        _loader.AtOnce = static () => 5;
        _loader.Raises = true;
        _loader.Send(new EvLoad());
        Assert.Equal("enter, work, raised, exit, loaded 5", Told);
        _loader.Send(new EvLoad());
        Assert.Equal("enter, work, raised, exit, loaded 5, enter, work, raised, exit, loaded 5", Told);
    }

    [Fact]
    public void A_gobj_that_is_destroyed_cancels_its_work()
    {
        _loader.Send(new EvLoad());
        _loader.Destroy();
        Assert.True(_loader.Runs[0].Token.IsCancellationRequested);
        _loader.Runs[0].Source.SetResult(7);
        _app.RunOut();
        Assert.Equal("enter, work", Told);
        Assert.DoesNotContain(_log.Lines, static line => !line.StartsWith("Debug", StringComparison.Ordinal));
    }

    [Fact]
    public void A_callback_of_the_token_that_throws_is_logged_and_keeps_nobody()
    {
        _loader.Send(new EvLoad());
        _loader.Runs[0].Token.Register(static () => throw new InvalidOperationException("on purpose"));
        _loader.Send(new EvStop());
        Assert.Equal("Idle", _loader.StateName);
        Assert.Contains(_log.Lines, static line => line.Contains("A fault in Loader:loader", StringComparison.Ordinal));
    }

    [Fact]
    public void The_work_of_a_composite_goes_on_while_the_leaf_changes()
    {
        Saver.Source = new TaskCompletionSource();
        var saver = _app.Create<Saver>();
        saver.Send(new EvLoad());
        saver.Send(new EvLoad());
        Assert.Equal("Second", saver.StateName);
        Saver.Source.SetResult();
        _app.RunOut();
        Assert.Equal("Saved", saver.StateName);
        Assert.Equal(Outcome.Handled, saver.Send(new EvLoad()));
        Assert.Equal("Saved", saver.StateName);
    }

    [Fact]
    public void A_failure_whose_event_says_nothing_of_it_is_in_the_log()
    {
        Saver.Source = new TaskCompletionSource();
        var saver = _app.Create<Saver>("disk");
        saver.Send(new EvLoad());
        Saver.Source.SetException(new IOException("the disk is gone"));
        _app.RunOut();
        Assert.Equal("Failed", saver.StateName);
        Assert.Contains(_log.Lines, static line => line.Contains("SaveAsync of Saver:disk failed; its event does not carry the exception.", StringComparison.Ordinal));
    }

    [Fact]
    public void What_is_under_way_is_told()
    {
        _loader.Send(new EvLoad());
        Assert.Equal(["LoadAsync"], _loader.Describe().Invocations);
        Assert.Contains("  works       LoadAsync\n", _loader.Describe().ToText(), StringComparison.Ordinal);
        _loader.Send(new EvStop());
        Assert.Empty(_loader.Describe().Invocations);
    }
}
