namespace FsmKit.Generators.Tests;

/// <content>Traces and descriptions of rows that pass their event on.</content>
public partial class ForwardTests
{
    private const string Told = """
        [GClass, Input<EvA>, Input<EvB>, Output<EvMine>]
        public sealed partial class House : GObj
        {
            private readonly Door? _door = null;
            enum State { [Forward<EvA>(nameof(_door), When = nameof(IsOn), Next = S1), Forward<EvB>(Map = nameof(ToMine))] S0, [Refuse] S1 }
            private static bool IsOn() => true;
            private static EvMine ToMine() => default;
        }
        """;

    [Fact]
    public void A_description_says_where_it_goes() => Assert.Equal(
        "House | State  Event  Guard  Action  Next | S0  EvA  IsOn  forward to _door  S1 | S0  EvB  forward up as EvMine by ToMine | S1  (all others)  (Refuse)", Play(WithDoor(Told), """
        Say(string.Join(" | ", MachineDescription.Of<House>().ToText().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(static line => System.Text.RegularExpressions.Regex.Replace(line, "  +", "  "))));
        """));

    [Fact]
    public void A_description_has_it_as_data_and_a_gobj_permits_it() => Assert.Equal(
        "ForwardDescription { To = _door, Event = EvA, Map =  } ForwardDescription { To = , Event = EvMine, Map = ToMine } EvA-Forward-S1 EvB-Forward-", Play(WithDoor(Told), """
        foreach (var row in MachineDescription.Of<House>().Rows) Say(row.Forward);
        foreach (var permitted in app.Create<House>().Describe().Permitted) Say($"{permitted.Event}-{permitted.Answer}-{permitted.Next}");
        """));

    [Fact]
    public void A_trace_says_where_it_goes() => Assert.Contains(
        "ev: (EvA,), ac: forward to _door ", Play(WithDoor(Told), """
        log.Minimum = Microsoft.Extensions.Logging.LogLevel.Information; var house = app.Create<House>(); house.TraceMachine = MachineTraceLevel.Events; house.Send(new EvA());
        """), StringComparison.Ordinal);
}
