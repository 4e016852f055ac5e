namespace FsmKit.Editor.Tests;

/// <summary>A gclass shows its table where the pointer rests on its name.</summary>
public class HoverTests
{
    private const string Lift = """
        public readonly record struct EvCall(int Floor);
        public readonly record struct EvThere;
        public readonly record struct EvHeld<T>;
        /// <summary>A lift of one house.</summary>
        REMARKS[GClass, Input<EvCall>, Input<EvThere>, Input<EvHeld<int>>]
        public sealed partial class Lift : GObj
        {
            private enum State
            {
                [On<EvCall>(nameof(AcGo), Next = Moving, When = nameof(IsElsewhere)), Ignore<EvThere>]
                Waiting,

                [Enter(nameof(AcStart)), Exit(nameof(AcStop)), After(30000, Next = Waiting), Defer<EvCall>, On<EvThere>(Next = Waiting), Refuse]
                Moving,
            }

            private bool IsElsewhere(in EvCall e) => e.Floor > 0;
            private void AcGo(in EvCall e) { }
            private void AcStart() { }
            private void AcStop() { }
        }
        public class House { public LIFT? It { get; set; } }
        """;

    private const string Table = """
        Waiting (start)
          EvCall [IsElsewhere] / AcGo -> Moving
          EvThere: ignored
        Moving
          enter / AcStart
          EvCall: deferred
          EvThere -> Waiting
          After(30000) -> Waiting
          exit / AcStop
          others: refused
        """;

    [Fact]
    public async Task The_name_of_a_gclass_shows_its_table()
    {
        var shown = await Editor.HoverAsync(Lift.Replace("REMARKS", "").Replace("LIFT", "$$Lift"));
        Assert.Contains("A lift of one house.", shown);
        Assert.Contains(Table, shown);
    }

    [Fact]
    public async Task Remarks_of_the_author_s_are_shown_too()
    {
        var shown = await Editor.HoverAsync(Lift.Replace("REMARKS", "/// <remarks>Not for goods.</remarks>\n").Replace("LIFT", "$$Lift"));
        Assert.Contains("Not for goods.", shown);
        Assert.Contains(Table, shown);
    }
}
