using FsmKit.TestShared;
using Xunit;

namespace FsmKit.Tests;

/// <summary>Gobjs that a delegate constructs.</summary>
public sealed partial class CreateWithTests : IDisposable
{
    private readonly GAplic _app = new("app");

    public void Dispose() => _app.Dispose();

    [Fact]
    public void The_delegate_constructs_and_the_other_steps_are_those_of_every_creation()
    {
        var app = new GAplic("app", new GAplicOptions { Settings = [new("Tool.Size", "3")] });
        var tool = app.Create(static () => new Tool("saw"), "front", static tool => tool.Size = 2, Naming.Unique);

        Assert.Equal(("saw", 3, "Idle", "app.front"), (tool.Kind, tool.Size, tool.StateName, tool.Path));
        Assert.Same(tool, app.FindUnique("front"));
        Assert.Equal(Outcome.Handled, tool.Send(new EvUse()));
        app.Dispose();
    }

    [Fact]
    public void A_delegate_that_makes_no_new_gobj_is_refused()
    {
        var tool = _app.Create(static () => new Tool("saw"), "saw");

        Assert.Equal("The delegate that was to make Tool:x has returned null.", Assert.Throws<GObjException>(() => _app.Create<Tool>(static () => null!, "x")).Message);
        Assert.Equal(
            "The delegate that was to make Tool:x has returned Tool:saw, which is in a tree already. Return a new gobj.",
            Assert.Throws<GObjException>(() => _app.Create(() => tool, "x")).Message);
        tool.Destroy();
        Assert.Throws<GObjException>(() => _app.Create(() => tool, "x"));
        Assert.Equal(0, _app.ChildCount);
    }

    [Fact]
    public void A_delegate_that_throws_leaves_nothing_behind_and_a_destroyed_parent_calls_none()
    {
        Assert.Throws<NotSupportedException>(() => _app.Create<Tool>(static () => throw new NotSupportedException(), "x"));
        Assert.Equal(0, _app.ChildCount);

        var parent = _app.Create(static () => new Tool("bench"));
        parent.Destroy();
        var calls = 0;
        Assert.Throws<GObjException>(() => parent.Create(() => new Tool($"{calls++}")));
        Assert.Equal(0, calls);
    }

    [Fact]
    public void A_snapshot_is_restored_into_what_the_delegate_makes()
    {
        var old = _app.Create(static () => new Tool("saw"), "old");
        old.Send(new EvUse());

        var copy = _app.Restore(static () => new Tool("axe"), old.Snapshot());

        Assert.Equal(("axe", 1, "old"), (copy.Kind, copy.Uses, copy.Name));
    }

    [Fact]
    public void The_tree_as_text_has_a_line_for_each_gobj()
    {
        var bench = _app.Create(static () => new Tool("bench"), "bench");
        bench.Create(static () => new Tool("saw"), "saw").Create(static () => new Tool("tooth"), "tooth");
        bench.Create(static () => new Tool("axe"), "axe");
        _app.Create(static () => new Tool("box"), "box");

        Assert.Equal("GAplic:app\n  Tool:bench in Idle\n    Tool:saw in Idle\n      Tool:tooth in Idle\n    Tool:axe in Idle\n  Tool:box in Idle\n", _app.ToTreeText());
        Assert.Equal("Tool:bench in Idle\n  Tool:saw in Idle\n    Tool:tooth in Idle\n  Tool:axe in Idle\n", bench.ToTreeText());
        Assert.Equal(["Tool:saw", "Tool:axe"], bench.ChildrenInDebugger.Select(static child => child.ToString()));
    }

    public readonly record struct EvUse;

    /// <summary>Has only a constructor with arguments.</summary>
    [GClass(Version = 1), Input<EvUse>]
    public sealed partial class Tool(string kind) : GObj
    {
        public string Kind { get; } = kind;

        [Kept]
        public int Uses { get; private set; }

        [Parameter]
        public partial int Size { get; set; } = 1;

        private enum State : byte
        {
            [On<EvUse>(nameof(AcUse))]
            Idle,
        }

        private void AcUse() => Uses++;
    }
}
