using Xunit;

namespace FsmKit.Generators.Tests;

/// <summary>Checks that sends inside of sends end in an exception on a stack of any size, and leave machines that work.</summary>
public class DepthTests
{
    public static TheoryData<string, string, int> Rows
    {
        get
        {
            var rows = new TheoryData<string, string, int>();
            foreach (var row in new[]
            {
                "[On<EvA>(nameof(Ac))] S0",
                "[On<EvA>(nameof(Ac), Next = S0)] S0",
                "[On<EvA>(Next = S1)] S0, [Enter(nameof(Ac)), On<EvA>(Next = S0)] S1",
                "[On<EvA>(Next = S1), Exit(nameof(Ac))] S0, [Enter(nameof(Rest)), On<EvA>(Next = S0)] S1",
                "[On<EvA>(nameof(Ac), Next = S1), Exit(nameof(Rest)), After(1000)] S0, [Enter(nameof(Rest)), On<EvA>(Next = S0)] S1",
            })
            {
                rows.Add("RunToCompletion", row, 256);
                rows.Add("Nested", row, 256);
            }

            rows.Add("RunToCompletion", "[On<EvA>(nameof(Ac))] S0", 1024);
            rows.Add("Nested", "[On<EvA>(nameof(Ac))] S0", 1024);
            return rows;
        }
    }

    [Theory, MemberData(nameof(Rows))]
    public void A_chain_of_sends_is_cut_off(string reentrancy, string states, int kibibytes) => Assert.Equal(
        "GObjException alive",
        LoadedSnippet.Play(
            $$"""
            [GClass(Reentrancy = Reentrancy.{{reentrancy}}), Input<EvA>] public sealed partial class Box : GObj
            {
                public Box? To;
                private enum State { {{states}} }
                private void Ac() => To?.Send(new EvA());
                private void Rest() { }
            }
            """,
            $$"""
            var boxes = new List<Box>();
            for (var i = 0; i < 20_000; i++) { boxes.Add(app.Create<Box>(null, box => box.To = boxes.LastOrDefault())); }
            var lines = Trail.Lines;
            var thread = new System.Threading.Thread(
                () =>
                {
                    Trail.Lines = lines;
                    Say(Thrown(() => boxes[^1].Send(new EvA())));
                    foreach (var box in boxes) { box.To = null; }
                    Say(boxes.All(box => box.Send(new EvA()) == Outcome.Handled) ? "alive" : "dead");
                },
                {{kibibytes}} * 1024);
            thread.Start(); thread.Join();
            """));
}
