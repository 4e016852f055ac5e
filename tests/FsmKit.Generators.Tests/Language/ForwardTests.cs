namespace FsmKit.Generators.Tests;

/// <summary>Rows that pass their event on: to a gobj, or up.</summary>
public partial class ForwardTests
{
    /// <summary>Hears events of its children.</summary>
    private const string Ear = """
        public readonly record struct EvMine(int N);

        [GClass, Input<EvB>, Input<EvMine>, Input<EvSpan>]
        public sealed partial class Ear : GObj
        {
            enum State { [On<EvB>(nameof(HearB)), On<EvMine>(nameof(HearMine)), On<EvSpan>(nameof(HearSpan))] S0 }
            private void HearB(GObj? source, in EvB e) => Say($"ear:b{e.N}<{source}");
            private void HearMine(GObj? source, in EvMine e) => Say($"ear:mine{e.N}<{source}");
            private void HearSpan(in EvSpan e) => Say($"ear:{e.Bytes.Length}");
        }
        """;

    private const string Door = """
        [GClass, Input<EvA>, Input<EvC>, Input<EvMine>, Input<EvSpan>, Output<EvB>, Output<EvSpan>]
        public sealed partial class Door : GObj
        {
            public int Sum; public GObj? From;
            enum State { [On<EvA>(nameof(TakeA)), Ignore<EvMine>, On<EvSpan>(nameof(TakeSpan)), On<EvC>(Next = S1)] S0, [On<EvMine>(nameof(TakeMine)), Refuse] S1 }
            private void TakeA(GObj? source, in EvA e) { From = source; Sum += e.N; Note("a"); }
            private void TakeMine(in EvMine e) { Sum += e.N; Note("mine"); }
            private void TakeSpan(in EvSpan e) { Sum += e.Bytes.Length; Note("span"); }
            public void Tell() { Publish(new EvB(7)); Publish(new EvSpan(new byte[3])); }
            //Note
        }
        """;

    private const string House = """
        [GClass, Input<EvA>, Input<EvB>, Input<EvC>, Input<EvSpan>, Output<EvB>, Output<EvSpan>]
        public sealed partial class House : GObj
        {
            public Door? Door;
            enum State { [Forward<EvA>(nameof(Door)), Forward<EvB>, Forward<EvC>(nameof(Door)), Forward<EvSpan>(nameof(Door), When = nameof(IsDown)), Forward<EvSpan>] S0 }
            private bool IsDown(in EvSpan e) => e.Bytes.Length == 2;
        }
        """;

    public static TheoryData<string, string> LanesOfBoth() => [.. from house in Lanes.All.Skip(1) from door in Lanes.All select (house, door)];

    private static string Play(string gclasses, string scene) => LoadedSnippet.Play(Ear + gclasses, scene);

    private static string WithDoor(string house) => Lanes.Source("Queued", Door) + house;

    [Theory, MemberData(nameof(LanesOfBoth))]
    public void An_event_goes_to_a_child_and_its_output_comes_up_in_every_lane(string house, string door)
    {
        var run = LoadedSnippet.Generate(Ear + Lanes.Source(house, House) + Lanes.Source(door, Door), """
            log.Minimum = Microsoft.Extensions.Logging.LogLevel.None;
            var house = app.Create<Ear>().Create<House>("h"); var door = house.Door = house.Create<Door>();
            Say(house.Send(new EvA(3))); Say(door.Sum); Say(door.From);
            Say(house.Send(new EvSpan(new byte[2]))); Say(door.Sum);
            Say(house.Send(new EvC())); Say(house.Send(new EvA(1)));
            door.Tell();
            """);
        Assert.Equal(new[] { "Queued", house, door }.Count(static lane => lane == "Queued"), run.Text.Split("WaitsWhenBusy").Length - 1);
        Assert.Equal("a Handled 3 House:h span Handled 5 Handled Refused ear:b7<House:h ear:3", LoadedSnippet.Play(run, " "));
    }

    [Fact]
    public void The_outcome_is_what_the_target_made_of_it() => Assert.Equal(
        "Deferred Ignored Queued Finished Destroyed", Play("""
        [GClass, Input<EvA>, Input<EvB>, Input<EvC>, Input<EvMine>]
        public sealed partial class Sink : GObj
        {
            public House? House;
            enum State { [Defer<EvA>, Ignore<EvB>, On<EvMine>(nameof(Ask)), On<EvC>(Next = End)] S0, [Final] End }
            private void Ask() => Say(House!.Send(new EvA(5)));
        }

        [GClass, Input<EvA>, Input<EvB>, Input<EvC>]
        public sealed partial class House : GObj
        {
            public Sink? Sink;
            enum State { [Forward<EvA>(nameof(Sink)), Forward<EvB>(nameof(Sink)), Forward<EvC>(nameof(Sink))] S0 }
        }
        """, """
        log.Minimum = Microsoft.Extensions.Logging.LogLevel.None;
        var house = app.Create<House>(); house.Sink = house.Create<Sink>(); house.Sink.House = house;
        Say(house.Send(new EvA(1))); Say(house.Send(new EvB()));
        house.Sink.Send(new EvMine()); house.Send(new EvC()); Say(house.Send(new EvA()));
        house.Sink.Destroy(); Say(house.Send(new EvA()));
        """));

    [Fact]
    public void A_map_makes_the_event_that_goes_on() => Assert.Equal(
        "mine Handled 30 ear:mine9<House:h Handled ear:mine-1<House:h Handled ear:b1<House:h Handled", Play(WithDoor("""
        [GClass, Input<EvA>, Input<EvB>, Input<EvC>, Input<EvMine>, Output<EvMine>, Output<EvB>]
        public sealed partial class House : GObj
        {
            public Door? Door;
            private int _factor = 10;
            enum State
            {
                [Forward<EvA>(nameof(Door), Map = nameof(ToMine)), Forward<EvB>(Map = nameof(Counted)), Forward<EvC>(Map = nameof(Nothing)), Forward<EvMine>(Map = nameof(OfSource))] S0,
            }
            private EvMine ToMine(in EvA e) => new(e.N * _factor);
            private static EvMine Counted(EvB e) => new(e.N + 1);
            private static EvMine Nothing() => new(-1);
            private static EvB OfSource(GObj? source, in EvMine e) => new(source is null ? 1 : 2);
        }
        """), """
        var house = app.Create<Ear>().Create<House>("h"); var door = house.Door = house.Create<Door>(); door.Send(new EvC());
        Say(house.Send(new EvA(3))); Say(door.Sum); Say(house.Send(new EvB(8))); Say(house.Send(new EvC())); Say(house.Send(new EvMine()));
        """));

    [Fact]
    public void Borrowed_memory_is_lent_on_and_can_be_renamed() => Assert.Equal(
        "span Handled 1 ear:4 Handled", Play(WithDoor("""
        public readonly ref struct EvPart(System.ReadOnlySpan<byte> bytes) { public System.ReadOnlySpan<byte> Bytes { get; } = bytes; }

        [GClass, Input<EvPart>, Output<EvSpan>]
        public sealed partial class House : GObj
        {
            public Door? Door;
            enum State { [Forward<EvPart>(nameof(Door), Map = nameof(First), When = nameof(IsLong)), Forward<EvPart>(Map = nameof(Whole))] S0 }
            private static bool IsLong(in EvPart e) => e.Bytes.Length > 4;
            private static EvSpan First(in EvPart e) => new(e.Bytes[..1]);
            private EvSpan Whole(EvPart e) => new(e.Bytes);
        }
        """), """
        var house = app.Create<Ear>().Create<House>(); var door = house.Door = house.Create<Door>();
        Say(house.Send(new EvPart(new byte[5]))); Say(door.Sum); Say(house.Send(new EvPart(new byte[4])));
        """));

    [Theory, InlineData("Queued"), InlineData("Nested")]
    public void A_guard_decides_and_a_next_state_is_there_before_the_event_goes_on(string lane) => Assert.Equal(
        "exit S1 enter Handled S1 Refused S1 Handled S0", Play(WithDoor(Lanes.Source(lane, """
        [GClass, Input<EvA>, Input<EvC>, Output<EvB>]
        public sealed partial class House : GObj
        {
            public Door Door { get; private set; } = null!;
            private Look? _look;
            enum State
            {
                [Exit(nameof(Leave)), Forward<EvA>(nameof(_look), When = nameof(IsOne), Next = S1)] S0,
                [Enter(nameof(Arrive)), Forward<EvA>(nameof(_look), When = nameof(IsOne)), Forward<EvC>(nameof(Door), Next = S0)] S1,
            }
            protected override void StartUp() { _look = Create<Look>(); Door = Create<Door>(); }
            private static bool IsOne(in EvA e) => e.N == 1;
            private void Leave() => Say("exit");
            private void Arrive() => Say("enter");
        }

        [GClass, Input<EvA>]
        public sealed partial class Look : GObj
        {
            enum State { [On<EvA>(nameof(Tell))] S0 }
            private void Tell() => Say(Parent!.StateName);
        }
        """)), """
        log.Minimum = Microsoft.Extensions.Logging.LogLevel.None;
        var house = app.Create<House>();
        foreach (var n in new[] { 1, 2 }) { Say(house.Send(new EvA(n))); Say(house.StateName); }
        Say(house.Send(new EvC())); Say(house.StateName);
        """));

    [Fact]
    public void It_is_inherited_from_a_composite_and_from_the_class_and_the_nearest_wins() => Assert.Equal(
        "a ear:b1<House:h Handled a own Handled Out", Play(WithDoor("""
        [GClass, Input<EvA>, Input<EvB>, Input<EvC>, Output<EvB>, Forward<EvB>]
        public sealed partial class House : GObj
        {
            public Door? Door;
            enum State
            {
                [Forward<EvA>(nameof(Door)), On<EvC>(Next = Own)] Around, [Inside(Around)] In, [Inside(Around), On<EvB>(nameof(Take)), Forward<EvC>(nameof(Door), Next = Out)] Own, [Refuse] Out,
            }
            private void Take() => Say("own");
        }
        """), """
        var house = app.Create<Ear>().Create<House>("h"); house.Door = house.Create<Door>();
        house.Send(new EvA()); Say(house.Send(new EvB(1))); house.Send(new EvC()); house.Send(new EvA()); Say(house.Send(new EvB(2))); house.Send(new EvC()); Say(house.StateName);
        """));

    [Fact]
    public void Without_a_target_the_event_is_refused_and_the_log_says_so() => Assert.Equal(
        "Warning#25 Refused S1", Play(WithDoor("""
        [GClass, Input<EvA>]
        public sealed partial class House : GObj
        {
            private readonly Door? _door = null;
            enum State { [Forward<EvA>(nameof(_door), Next = S1)] S0, [Forward<EvA>(nameof(_door))] S1 }
        }
        """), """
        var house = app.Create<House>("h"); Say(house.Send(new EvA())); Say(house.StateName);
        """));

    [Fact]
    public void A_destroyed_target_answers_for_itself() => Assert.Equal(
        "Warning#5 Destroyed", Play(WithDoor(House), "var house = app.Create<House>(); house.Door = house.Create<Door>(); house.Door.Destroy(); Say(house.Send(new EvA()));"));

    [Theory, InlineData("Queued"), InlineData("Nested")]
    public void An_exception_of_the_target_reaches_the_sender_when_the_transition_is_through(string lane) => Assert.Equal(
        "enter on purpose S1", Play(Lanes.Source(lane, """
        [GClass, Input<EvA>]
        public sealed partial class House : GObj
        {
            public Thrower? Thrower;
            enum State { [Forward<EvA>(nameof(Thrower), Next = S1)] S0, [Enter(nameof(Arrive)), Refuse] S1 }
            private void Arrive() => Say("enter");
        }
        """) + """
        [GClass, Input<EvA>]
        public sealed partial class Thrower : GObj
        {
            enum State { [On<EvA>(nameof(Throw))] S0 }
            private void Throw() => throw new System.InvalidOperationException("on purpose");
        }
        """, "var house = app.Create<House>(); house.Thrower = house.Create<Thrower>(); Say(Thrown(() => house.Send(new EvA()))); Say(house.StateName);"));

    [Fact]
    public void An_event_that_was_deferred_and_is_then_deferred_by_the_target_has_gone_on_once() => Assert.Equal(
        "Deferred Deferred a1 a2", Play("""
        [GClass, Input<EvA>, Input<EvC>]
        public sealed partial class Sink : GObj
        {
            enum State { [Defer<EvA>, On<EvC>(Next = S1)] S0, [On<EvA>(nameof(Take)), Refuse] S1 }
            private void Take(in EvA e) => Say($"a{e.N}");
        }

        [GClass, Input<EvA>, Input<EvC>]
        public sealed partial class House : GObj
        {
            public Sink? Sink;
            enum State { [Defer<EvA>, On<EvC>(Next = S1)] S0, [Forward<EvA>(nameof(Sink)), Forward<EvC>(nameof(Sink), Next = S2)] S1, [Forward<EvA>(nameof(Sink)), Refuse] S2 }
        }
        """, """
        var house = app.Create<House>(); house.Sink = house.Create<Sink>();
        Say(house.Send(new EvA(1))); Say(house.Send(new EvA(2))); house.Send(new EvC()); house.Send(new EvC());
        """));

    [Theory, InlineData("Queued"), InlineData("Nested")]
    public void An_exit_action_that_goes_elsewhere_keeps_the_event(string lane) => Assert.Equal(
        "Refused Elsewhere 0", Play(WithDoor(Lanes.Source(lane, """
        [GClass, Input<EvA>]
        public sealed partial class House : GObj
        {
            public Door? Door;
            enum State { [Exit(nameof(Leave)), Forward<EvA>(nameof(Door), Next = S1)] S0, [Refuse] S1, [Refuse] Elsewhere }
            private void Leave() => ChangeState(State.Elsewhere);
        }
        """)), "var house = app.Create<House>(); house.Door = house.Create<Door>(); Say(house.Send(new EvA(1))); Say(house.StateName); Say(house.Door.Sum);"));

    [Fact]
    public void A_row_to_a_history_forwards_too() => Assert.Equal(
        "a Second Refused First", Play(WithDoor("""
        [GClass, Input<EvA>, Input<EvC>]
        public sealed partial class House : GObj
        {
            public Door? Door;
            enum State
            {
                [On<EvC>(Next = Away)] Job, [Inside(Job), Forward<EvA>(nameof(Door), Next = Second)] First, [Inside(Job), Forward<EvA>(nameof(Door), Next = First)] Second, [Inside(Job), History] Was,
                [Forward<EvA>(nameof(Door), Next = Was), Refuse] Away,
            }
        }
        """), """
        log.Minimum = Microsoft.Extensions.Logging.LogLevel.None;
        var house = app.Create<House>(); house.Door = house.Create<Door>();
        house.Send(new EvA()); house.Send(new EvC()); Lines!.Clear(); house.Send(new EvA()); Say(house.StateName);
        house.Door = null; Say(house.Send(new EvA())); Say(house.StateName);
        """));
}
