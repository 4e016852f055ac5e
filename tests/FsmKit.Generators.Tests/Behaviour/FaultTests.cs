using FsmKit.RoslynTesting;
using Xunit;

namespace FsmKit.Generators.Tests;

/// <summary>
/// An exception does not stop a transition: guard, exit actions, state, timeouts, action and entry actions go on as if it had not happened;
/// then the first one goes to the sender. The same in each lane, and with targets that are chosen at run time.
/// </summary>
[Trait("Category", "Slow")]
public class FaultTests
{
    private const string Table = """
        [GClass, Input<EvA>, Input<EvB>] public sealed partial class Box : GObj
        {
            public string Bad = "";
            private enum State
            {
                [On<EvA>(nameof(Ac), Next = S1, When = nameof(Fits)), On<EvA>(nameof(AcElse)), On<EvB>(nameof(AcB)), Exit(nameof(Out1)), Exit(nameof(Out2)), After(10, nameof(Due))] S0,
                [On<EvB>(Next = S0), Ignore<EvA>, Enter(nameof(In1)), Enter(nameof(In2)), After(10, nameof(Due), Next = S0)] S1,
            }
            //Note
            public string Now => CurrentState.ToString();
            private bool Fits() { Do("guard"); return true; }
            private void AcElse() => Do("else");
            private void Ac() => Do("ac");
            private void AcB() => Do("b");
            private void Out1() => Do("out1");
            private void Out2() => Do("out2");
            private void In1() => Do("in1");
            private void In2() => Do("in2");
            private void Due() => Do("due");
            private void Do(string what) { Note(what); if (Bad.Contains(what)) { throw new InvalidOperationException(what + "!"); } }
            //Change
        }
        """;

    private static readonly string[] Shapes = ["", "private void Change() => ChangeState(State.S1);"];

    public static TheoryData<string, string> Places => new()
    {
        { "out1", "guard out1 out2 ac in1 in2 out1! S1" },
        { "out2", "guard out1 out2 ac in1 in2 out2! S1" },
        { "ac", "guard out1 out2 ac in1 in2 ac! S1" },
        { "in1", "guard out1 out2 ac in1 in2 in1! S1" },
        { "in2", "guard out1 out2 ac in1 in2 in2! S1" },
        { "guard", "guard Error#16(guard!) else nothing S0" },
        { "out2 in1", "guard out1 out2 ac in1 Error#8(in1!) in2 out2! S1" },
        { "guard else", "guard Error#16(guard!) else else! S0" },
    };

    [Theory, MemberData(nameof(Places))]
    public void The_transition_goes_on_and_the_first_exception_reaches_the_sender(string bad, string expected)
    {
        foreach (var change in Shapes)
        {
            // Either state has its timeout afterwards.
            Lanes.Expect($"{expected} due S0", Table.Edited("//Change", change), $$"""
                var box = app.Create<Box>(); box.Bad = "{{bad}}";
                Say(Thrown(() => box.Send(new EvA()))); Say(box.Now);
                box.Bad = ""; time.Advance(10.0, app); Say(box.Now);
                """);
        }
    }

    [Fact]
    public void A_posted_event_leaves_its_exception_in_the_log() => Each(
        "guard out1 out2 ac in1 in2 Error#8(ac!) S1",
        """var box = app.Create<Box>(); box.Bad = "ac"; box.Post(new EvA()); app.RunOnce(); Say(box.Now);""");

    [Fact]
    public void A_timeout_leaves_its_exception_in_the_log() => Each(
        "guard out1 out2 ac in1 in2 due Error#8(due!) S0",
        """var box = app.Create<Box>(); box.Send(new EvA()); box.Bad = "due"; time.Advance(10.0, app); Say(box.Now);""");

    [Fact]
    public void A_guard_that_throws_in_a_timeout_lets_it_pass() => Lanes.Expect(
        "asked Error#16(oh) S0",
        """
        [GClass] public sealed partial class Box : GObj
        {
            private enum State { [After(10, Next = S1, When = nameof(Fits))] S0, S1 }
            public string Now => CurrentState.ToString();
            private bool Fits() { Note("asked"); throw new InvalidOperationException("oh"); }
            //Note
        }
        """,
        "var box = app.Create<Box>(); time.Advance(10.0, app); Say(box.Now);");

    [Theory]
    [InlineData("in1", "in1 in2 in1! 0")]
    [InlineData("in1 in2", "in1 in2 Error#8(in2!) in1! 0")]
    public void A_creation_whose_entry_actions_throw_leaves_nothing(string bad, string expected)
    {
        foreach (var change in Shapes)
        {
            Lanes.Expect(expected, """
                [GClass] public sealed partial class Box : GObj
                {
                    public string Bad = "";
                    private enum State { [Enter(nameof(In1)), Enter(nameof(In2))] S1 }
                    //Note
                    private void In1() => Do("in1");
                    private void In2() => Do("in2");
                    private void Do(string what) { Note(what); if (Bad.Contains(what)) { throw new InvalidOperationException(what + "!"); } }
                    //Change
                }
                """.Edited("//Change", change),
                $$"""Say(Thrown(() => app.Create<Box>(null, box => box.Bad = "{{bad}}"))); Say(app.ChildCount);""");
        }
    }

    [Fact]
    public void A_subscriber_that_throws_keeps_nothing_from_the_others() => Assert.Equal(
        "bad good bad Error#8(2) in1 1 S1",
        LoadedSnippet.Play(
            """
            [GClass, Input<EvA>, Output<EvB>] public sealed partial class Box : GObj
            {
                private enum State { [On<EvA>(nameof(Ac), Next = S1)] S0, [Enter(nameof(In1)), Ignore<EvA>] S1 }
                public string Now => CurrentState.ToString();
                private void Ac() => Publish(new EvB());
                private void In1() => Say("in1");
            }

            [GClass, Input<EvB>] public sealed partial class Ear : GObj
            {
                public string Says = "bad";
                private enum State { [On<EvB>(nameof(Ac))] S0 }
                private void Ac() { Say(Says); if (Says == "bad") { throw new InvalidOperationException(Name); } }
            }
            """,
            """
            var box = app.Create<Box>();
            box.Subscribe(app.Create<Ear>("1")); box.Subscribe(app.Create<Ear>("", ear => ear.Says = "good")); box.Subscribe(app.Create<Ear>("2"));
            Say(Thrown(() => box.Send(new EvA()))); Say(box.Now);
            """));

    [Theory]
    [InlineData("Queued")]
    [InlineData("Nested")]
    public void A_guard_that_destroys_its_gobj_ends_all_of_it(string lane) => Assert.Equal("out Destroyed", Lanes.Play(
        lane,
        """
        [GClass, Input<EvA>] public sealed partial class Box : GObj
        {
            private enum State { [On<EvA>(nameof(Ac), Next = S1, When = nameof(Fits)), Refuse, Exit(nameof(Ac))] S0, [Ignore<EvA>] S1 }
            //Note
            private bool Fits() { Destroy(); return true; }
            private void Ac() => Note("ac");
            protected override void GoOut() => Note("out");
        }
        """,
        "var box = app.Create<Box>(); Say(box.Send(new EvA()));"));

    private static void Each(string expected, string scene)
    {
        foreach (var change in Shapes)
        {
            Lanes.Expect(expected, Table.Edited("//Change", change), scene);
        }
    }
}
