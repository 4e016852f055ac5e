using FsmKit.RoslynTesting;

namespace FsmKit.Generators.Tests;

/// <summary>Events that wait in a machine that is restored.</summary>
public class RestoredEventTests
{
    private const string Printer = """
        [GClass(Version = 1, Json = typeof(ReflectedJson)), Input<EvA>, Input<EvB>, Input<EvC>]
        public sealed partial class Printer : GObj
        {
            enum State
            {
                [Defer<EvA>, Defer<EvB>, On<EvC>(Next = Warm, When = nameof(IsLast)), On<EvC>(nameof(Ac))] Cold,
                [On<EvA>(nameof(AcA)), On<EvB>(nameof(AcB)), On<EvC>(Next = Cold)] Warm,
            }

            private bool IsLast(in EvC e) => e.N == 0;
            private void Ac() { }
            private void AcA(GObj source, in EvA e) => Say($"A{e.N}{(source == null ? "" : source == this ? "self" : source == Parent ? "parent" : "?")}");
            private void AcB(GObj source, in EvB e) => Say($"B{e.N}{(source == this ? "self" : "")}");
        }
        """;

    [Fact]
    public void Deferred_events_are_back_in_their_order_and_come_when_the_leaf_has_changed() => Assert.Equal(
        "Deferred Deferred Deferred 3 Handled Cold Deferred A1 B2 A3 A4 Handled Warm",
        LoadedSnippet.Play(
            Printer,
            """
            var p = app.Create<Printer>(); Say(p.Send(new EvA(1))); Say(p.Send(new EvB(2))); Say(p.Send(new EvA(3))); p = Restored.Again(p);
            Say(p.Snapshot().Deferred.Count); Say(p.Send(new EvC(1))); Say(p.StateName); Say(p.Send(new EvA(4))); var o = p.Send(new EvC()); Say(o); Say(p.StateName);
            """));

    [Fact]
    public void Posted_events_are_back_in_their_order_and_come_out_of_the_loop() => Assert.Equal(
        "A1 B2 A3 ; A1 B2 A3 A1 B2 A3",
        LoadedSnippet.Play(
            Printer,
            """
            var other = app.Create<Printer>("other"); other.Send(new EvC()); var p = app.Create<Printer>(); p.Send(new EvC());
            p.Post(new EvA(1)); p.Post(new EvB(2)); other.Post(new EvA(9)); p.Post(new EvA(3)); other.Destroy();
            var taken = MachineSnapshot.FromJson(p.Snapshot().ToJson()); app.RunOnce(); Say(";");
            app.Restore<Printer>(taken, "one"); app.RunOnce(); var two = app.Restore<Printer>(taken, "two"); two = Restored.Again(two); app.RunOnce();
            """));

    [Fact]
    public void A_snapshot_that_is_taken_while_the_loop_delivers_has_what_it_has_not_delivered() => Assert.Equal(
        "A1 EvB,EvA B2 A3",
        LoadedSnippet.Play(
            Printer + """

            [GClass, Input<EvB>]
            public sealed partial class Asker : GObj
            {
                public Printer P = null!;
                enum State { [On<EvB>(nameof(Ac))] Only }
                private void Ac() => Say(string.Join(",", P.Snapshot().Queued.Select(static e => e.Event)));
            }
            """,
            """
            var p = app.Create<Printer>(); p.Send(new EvC()); var asker = app.Create<Asker>(); asker.P = p;
            p.Post(new EvA(1)); asker.Post(new EvB()); p.Post(new EvB(2)); p.Post(new EvA(3)); app.RunOnce();
            """));

    [Fact]
    public void The_source_of_an_event_is_kept_where_it_is_the_gobj_itself_or_its_parent() => Assert.Equal(
        "A1 A2self A3parent",
        LoadedSnippet.Play(
            Printer + """

            [GClass]
            public sealed partial class Office : GObj
            {
                public Printer P = null!;
                protected override void StartUp() => P = Create<Printer>("p");
                public void Tell() => Send(P, new EvA(3));
            }
            """,
            """
            var office = app.Create<Office>(); office.P.Send(new EvA(1)); ((IAccept<EvA>)office.P).Receive(new EvA(2), office.P); office.Tell();
            var p = Restored.Again(office.P); p.Send(new EvC());
            """));

    [Fact]
    public void A_new_version_that_answers_what_was_deferred_answers_it() => Assert.Equal(
        "A1 Warm",
        LoadedSnippet.Play(
            Printer.Edited("Version = 1", "Version = 2")
                .Edited("private void Ac()", "static MachineSnapshot Migrate(MachineSnapshot old) => old with { Version = 2, State = \"Warm\" }; private void Ac()"),
            """
            var p = app.Create<Printer>(); p.Send(new EvA(1)); var taken = p.Snapshot() with { Version = 1 };
            p = app.Restore<Printer>(taken, "again"); Say(p.StateName);
            """));
}
