using System.Text.RegularExpressions;
using FsmKit.RoslynTesting;

namespace FsmKit.Generators.Tests;

public partial class TraceTests
{
    private const string Source = """
        [GClass, Input<EvA>, Input<EvB>, Input<EvC>, Input<EvSpan>, Input<EvText>]
        public sealed partial class Box : GObj
        {
            enum State
            {
                [On<EvA>(nameof(Ac), Next = S1), Ignore<EvB>, On<EvSpan>, On<EvText>, Refuse] S0,
                [Enter(nameof(In)), After(5, nameof(Ac), Next = S0), On<EvA>(nameof(AcChange)), Refuse] S1,
            }

            public string Now => CurrentState.ToString();
            private void Ac() => Note("ac");
            private void AcChange() => ChangeState(State.S0);
            private void In() => Note("in");
            //Note
        }

        public readonly ref struct EvText { public override string ToString() => "text"; }
        """;

    private const string Scene = """
        var box = app.Create<Box>("box");
        log.Minimum = Microsoft.Extensions.Logging.LogLevel.Information;
        box.TraceMachine = MachineTraceLevel.LEVEL;
        for (var round = 0; round < 2; round++)
        {
            Say(box.Send(new EvB(7))); Say(box.Send(new EvC())); Say(box.Send(new EvSpan())); Say(box.Send(new EvText())); Say(box.Send(new EvA()));
            time.Pass(5, app); Say(box.Send(new EvA(1))); Say(box.Send(new EvA(2))); Say(box.Now);
        }
        """;

    /// <summary>The number of an event, a new state, an outcome or a switch, and the time.</summary>
    [GeneratedRegex("^Information#(1|27|28|29) 2026-11-20 10:00:00")]
    private static partial Regex Beginning();

    [Fact]
    public void Traced_or_not_the_machine_does_the_same()
    {
        foreach (var lane in Lanes.All)
        {
            var silent = Lanes.Play(lane, Source, Scene.Edited("LEVEL", "Off"));
            var run = LoadedSnippet.Generate(Lanes.Source(lane, Source), Scene.Edited("LEVEL", "Data"));
            var traced = LoadedSnippet.Play(run, "\n").Split('\n').Where(static line => !line.StartsWith("Information", StringComparison.Ordinal));
            Assert.Equal(silent, string.Join(" ", traced));
        }
    }

    [Theory]
    [InlineData("Events", "")]
    [InlineData("Data", "EvA { N = 0 }")]
    public void Each_lane_writes_the_same_lines_and_goes_on_doing_so(string level, string data)
    {
        foreach (var lane in Lanes.All)
        {
            var run = LoadedSnippet.Generate(Lanes.Source(lane, Source), Scene.Edited("LEVEL", level));
            var lines = LoadedSnippet.Play(run, "\n").Split('\n').Where(static line => line.Contains('(', StringComparison.Ordinal))
                .Select(static line => Beginning().Replace(line, "")).ToList();
            Assert.Equal("  * trace_mach ON: (Box:box)".Trim(), lines[0].Trim());
            string[] round =
            [
                $"  -> mach: (Box:box), st: S0, ev: (EvB,{data.Replace("EvA", "EvB", StringComparison.Ordinal).Replace("0", "7", StringComparison.Ordinal)}), ac: None()",
                "  <- mach: (Box:box), st: S0, ret: Ignored",
                $"  -> mach: (Box:box), st: S0, ev: (EvC,{data.Replace("EvA", "EvC", StringComparison.Ordinal)}), ac: None()",
                "  <- mach: (Box:box), st: S0, ret: Refused",
                "  -> mach: (Box:box), st: S0, ev: (EvSpan,), ac: None()",
                "  <- mach: (Box:box), st: S0, ret: Handled",
                $"  -> mach: (Box:box), st: S0, ev: (EvText,{(data.Length > 0 ? "text" : "")}), ac: None()",
                "  <- mach: (Box:box), st: S0, ret: Handled",
                $"  -> mach: (Box:box), st: S0, ev: (EvA,{data}), ac: Ac()",
                "   - mach: (Box:box), new_st: S1",
                "  <- mach: (Box:box), st: S1, ret: Handled",
                "  -> mach: (Box:box), st: S1, ev: (After(5),), ac: Ac()",
                "   - mach: (Box:box), new_st: S0",
                "  <- mach: (Box:box), st: S0, ret: Handled",
                $"  -> mach: (Box:box), st: S0, ev: (EvA,{data.Replace("0", "1", StringComparison.Ordinal)}), ac: Ac()",
                "   - mach: (Box:box), new_st: S1",
                "  <- mach: (Box:box), st: S1, ret: Handled",
                $"  -> mach: (Box:box), st: S1, ev: (EvA,{data.Replace("0", "2", StringComparison.Ordinal)}), ac: AcChange()",
                "   - mach: (Box:box), new_st: S0",
                "  <- mach: (Box:box), st: S0, ret: Handled",
            ];
            Assert.Equal(string.Join("\n", round.Concat(round)), string.Join("\n", lines.Skip(1)));
        }
    }
}
