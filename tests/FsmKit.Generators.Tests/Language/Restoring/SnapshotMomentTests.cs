using FsmKit.RoslynTesting;

namespace FsmKit.Generators.Tests;

/// <summary>Moments at which a snapshot can be taken, and the effect of taking one.</summary>
[Trait("Category", "Slow")]
public class SnapshotMomentTests
{
    private const string Inside = "Box:b is inside a transition, and a snapshot shows what is between two: take it when the action is through, for instance where the event was sent, or in a PostCallback.";

    private const string Box = """
        [GClass(Version = 1), Input<EvA>, Input<EvB>, Input<EvC>]
        public sealed partial class Box : GObj
        {
            private bool _isNew = true;
            enum State
            {
                [Exit(nameof(Try)), On<EvA>(nameof(Try)), On<EvB>(Next = Two), On<EvC>(nameof(Move))] One,
                [Enter(nameof(Try)), After(10, nameof(Try), Next = One), Refuse] Two,
            }

            protected override void StartUp() => Try();
            private void Move() => ChangeState(State.Two);
            private void Try() { try { Snapshot(); Say("taken"); } catch (GObjException x) { Say(_isNew ? "no" : x.Message); } }
            public void Ready() => _isNew = false;
        }
        """;

    private const string Made = "var box = app.Create<Box>(\"b\"); Trail.Lines!.Clear(); box.Ready(); ";

    [Theory]
    [InlineData("box.Send(new EvA());", 1)]
    [InlineData("box.Send(new EvB());", 2)]
    [InlineData("box.Send(new EvB()); time.Advance(10, app);", 3)]
    [InlineData("box.Send(new EvC());", 2)]
    public void Not_inside_of_a_transition(string scene, int times)
    {
        foreach (var lane in new[] { "", ", Reentrancy = Reentrancy.Nested" })
        {
            Assert.Equal(
                string.Join(" ", Enumerable.Repeat(Inside, times)) + " ok",
                LoadedSnippet.Play(Box.Edited("Version = 1", "Version = 1" + lane), Made + scene + "box.Snapshot(); Say(\"ok\");"));
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData(", Reentrancy = Reentrancy.Nested")]
    public void Not_in_StartUp_and_not_while_the_initial_state_is_entered(string lane) => Assert.Equal(
        "no no One",
        LoadedSnippet.Play(
            Box.Edited("Version = 1", "Version = 1" + lane).Edited("[Exit", "[Enter(nameof(Try)), Exit"),
            "Say(app.Create<Box>().Snapshot().State);"));

    [Fact]
    public void Not_of_a_destroyed_one() => Assert.Equal(
        "Box:b is destroyed: there is nothing to take a snapshot of.",
        LoadedSnippet.Play(Box, Made + "box.Destroy(); try { box.Snapshot(); } catch (GObjException x) { Say(x.Message); }"));

    [Fact]
    public void A_subscriber_may_take_one_of_a_third_gobj() => Assert.Equal(
        "One",
        LoadedSnippet.Play(
            Box + """

            [GClass, Input<EvA>]
            public sealed partial class Asker : GObj { public Box B = null!; enum State { [On<EvA>(nameof(Ac))] Only } private void Ac() => Say(B.Snapshot().State); }
            """,
            Made + "var asker = app.Create<Asker>(); asker.B = box; asker.Send(new EvA());"));

    [Fact]
    public void A_gclass_without_a_version_takes_none() => Assert.Equal(
        "Plain takes no snapshots: give it a version, as in [GClass(Version = 1)].",
        LoadedSnippet.Play("[GClass] public sealed partial class Plain : GObj { }", "Say(Restored.Unfit(() => app.Create<Plain>().Snapshot()));"));

    [Fact]
    public void An_event_of_which_nothing_says_how_it_stands_in_JSON_is_told_with_what_to_do() => Assert.Equal(
        "Box:b cannot keep the event EvA that waits: nothing says how a EvA stands in JSON. Name a JSON context that has [JsonSerializable(typeof(EvA))], as in "
        + "[GClass(Json = typeof(BoxJson))] on Box.",
        LoadedSnippet.Play(
            "[GClass(Version = 1), Input<EvA>, Input<EvB>] public sealed partial class Box : GObj { enum State { [Defer<EvA>, On<EvB>(Next = Two)] One, [Refuse] Two } }",
            "var box = app.Create<Box>(\"b\"); box.Send(new EvA(3)); Say(Restored.Unfit(() => box.Snapshot()));"));

    [Fact]
    public void A_gclass_that_takes_none_has_nothing_of_it_in_its_part() => Assert.DoesNotContain(
        "napshot", LoadedSnippet.Generate(Box.Edited("(Version = 1)", ""), "").Text, StringComparison.Ordinal);

    [Fact]
    public void What_an_action_that_calls_Snapshot_can_lead_to_is_not_proved() =>
        Assert.Equal("Queued", Lanes.Of(LoadedSnippet.Generate("[GClass(Version = 1), Input<EvA>] public sealed partial class Box : GObj { enum State { [On<EvA>(nameof(Ac))] One } void Ac() => Snapshot(); }", "")));
}
