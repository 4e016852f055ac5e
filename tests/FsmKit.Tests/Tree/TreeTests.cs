using Microsoft.Extensions.Logging;
using Xunit;

namespace FsmKit.Tests;

public sealed class TreeTests : IDisposable
{
    private readonly LogLines _log = new();
    private readonly GAplic _app;

    public TreeTests() => _app = new GAplic("app", new GAplicOptions { Logger = _log });

    public void Dispose() => _app.Dispose();

    [Fact]
    public void Children_are_kept_in_the_order_of_their_creation()
    {
        var a = _app.Create<Probe>("a");
        var b = _app.Create<Probe>("b");
        var c = _app.Create<Probe>("c");

        Assert.Equal([a, b, c], _app.Children);

        b.Destroy();
        Assert.Equal([a, c], _app.Children);
        Assert.Equal(2, _app.ChildCount);
        Assert.Null(b.Parent);

        var d = _app.Create<Probe>("d");
        c.Destroy();
        a.Destroy();
        Assert.Equal([d], _app.Children);
    }

    [Fact]
    public void A_tree_deeper_than_the_stack_is_destroyed()
    {
        var (top, count) = (_app.Create<Probe>(), 100_000);
        for (var (at, i) = ((GObj)top, 1); i < count; i++)
        {
            at = at.Create<Probe>();
        }

        var thread = new Thread(top.Destroy, 256 * 1024);
        thread.Start();
        thread.Join();

        Assert.True(top.IsDestroyed);
        Assert.Equal(count, _log.Lines.Count(static line => line.Contains("Destroyed", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_path_joins_the_names_from_the_root_and_leaves_out_missing_ones()
    {
        var leaf = _app.Create<Probe>("top").Create<Probe>().Create<Probe>("leaf");

        Assert.Equal("app.top.leaf", leaf.Path);
        Assert.Equal("GAplic:app.Probe:top.Probe:.Probe:leaf", leaf.FullName);
        Assert.Equal("Probe:leaf", leaf.ToString());
    }

    [Fact]
    public void A_child_is_found_by_its_exact_name()
    {
        var child = _app.Create<Probe>("child");

        Assert.Same(child, _app["child"]);
        Assert.Null(_app.FindChild("Child"));
        Assert.Throws<KeyNotFoundException>(() => _app["nobody"]);
    }

    [Fact]
    public void Creation_configures_then_applies_settings_then_attaches_then_starts_up()
    {
        var steps = new List<string>();
        using var app = new GAplic(new GAplicOptions { Settings = [new("Probe.Size", "42")] });

        app.Create<Probe>("p", probe =>
        {
            steps.Add($"configure size={probe.Size} parent={probe.Parent is not null}");
            probe.Size = 7;
            probe.OnStartUp = started => steps.Add($"startup size={started.Size} parent={started.Parent is not null}");
        });

        Assert.Equal(["configure size=10 parent=False", "startup size=42 parent=True"], steps);
    }

    [Fact]
    public void A_gobj_accepts_events_while_it_starts_up()
    {
        var probe = _app.Create<Probe>("p", configured => configured.OnStartUp = static self => self.Send(new EvPing(1)));

        Assert.Equal(["ping 1"], probe.Got);
    }

    [Fact]
    public void What_throws_in_start_up_undoes_the_creation()
    {
        Probe? half = null;
        var x = Assert.Throws<NotSupportedException>(() => _app.Create<Probe>("p", naming: Naming.Unique, configure: configured =>
        {
            half = configured;
            configured.OnStartUp = static _ => throw new NotSupportedException("no");
        }));

        Assert.Equal("no", x.Message);
        Assert.Empty(_app.Children);
        Assert.True(half!.IsDestroyed);
        Assert.Null(_app.FindUnique("p"));
    }

    [Fact]
    public void A_unique_name_is_taken_once_and_free_again_after_destruction_of_an_ancestor()
    {
        var parent = _app.Create<Probe>("parent");
        var unique = parent.Create<Probe>("one", naming: Naming.Unique);

        Assert.Same(unique, _app.FindUnique("one"));
        Assert.Contains("'one' belongs to", Assert.Throws<GObjException>(() => _app.Create<Probe>("one", naming: Naming.Unique)).Message, StringComparison.Ordinal);
        Assert.Equal(1, _app.ChildCount);

        parent.Destroy();
        Assert.Null(_app.FindUnique("one"));
        _app.Create<Probe>("one", naming: Naming.Unique);
    }

    [Fact]
    public void All_names_can_be_made_unique()
    {
        using var app = new GAplic(new GAplicOptions { AllUniqueNames = true });
        app.Create<Probe>("a");

        Assert.Throws<GObjException>(() => app.Create<Probe>("a"));
        Assert.Throws<GObjException>(() => app.Create<Probe>());
    }

    [Fact]
    public void A_random_name_is_a_prefix_with_a_number_of_its_own()
    {
        var a = _app.Create<Probe>("x", naming: Naming.Random);
        var b = _app.Create<Probe>("x", naming: Naming.Random);

        Assert.Matches("^x_[0-9]+$", a.Name);
        Assert.NotEqual(a.Name, b.Name);
    }

    [Fact]
    public void Destruction_goes_from_the_oldest_child_to_the_youngest_and_ends_with_the_parent()
    {
        var gone = new List<string>();
        var parent = _app.Create<Probe>("parent", Told);
        parent.Create<Probe>("a", Told).Create<Probe>("a1", Told);
        parent.Create<Probe>("b", Told);

        parent.Destroy();
        parent.Destroy();

        Assert.Equal(["a1", "a", "b", "parent"], gone);

        void Told(Probe probe) => probe.OnGoOut = self => gone.Add(self.Name);
    }

    [Fact]
    public void What_throws_in_go_out_is_logged_and_the_rest_is_destroyed()
    {
        var parent = _app.Create<Probe>("parent");
        var bad = parent.Create<Probe>("bad", static probe => probe.OnGoOut = static _ => throw new NotSupportedException("stuck"));
        var good = parent.Create<Probe>("good");

        parent.Destroy();

        Assert.True(bad.IsDestroyed && good.IsDestroyed && parent.IsDestroyed);
        Assert.Contains(_log.From(LogLevel.Error), static line => line.Contains("Probe:bad", StringComparison.Ordinal) && line.Contains("stuck", StringComparison.Ordinal));
    }

    [Fact]
    public void A_destroyed_gobj_answers_and_creates_nothing()
    {
        var probe = _app.Create<Probe>("p");
        probe.Destroy();

        Assert.Equal(Outcome.Destroyed, probe.Send(new EvPing(1)));
        Assert.Equal(Outcome.Destroyed, probe.Post(new EvPing(1)));
        Assert.Empty(probe.Got);
        Assert.Contains(_log.From(LogLevel.Warning), static line => line.Contains("EvPing was sent to Probe:p", StringComparison.Ordinal));
        Assert.Contains("destroyed", Assert.Throws<GObjException>(() => probe.Create<Probe>("q")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_gobj_made_with_new_says_how_to_make_it()
    {
#pragma warning disable FSM0015 // This is what the test is about.
        var x = Assert.Throws<GObjException>(() => new Probe().Send(new EvPing(1)));
#pragma warning restore FSM0015

        Assert.Contains("Create<Probe>()", x.Message, StringComparison.Ordinal);
    }
}
