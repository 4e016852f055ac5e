namespace FsmKit.Generators.Tests.Proof;

/// <summary>A slot that hands values to awaiting code: the continuation comes back while the action that wakes it still runs.</summary>
public class SlotTests
{
    private const string Slot = """
        public readonly record struct EvPut(int V);
        public readonly record struct EvTake(System.Threading.Tasks.TaskCompletionSource<int> T);

        [GClass, Input<EvPut>, Input<EvTake>]
        public sealed partial class Slot : GObj
        {
            private enum State
            {
                [On<EvTake>(nameof(AcWait), Next = Wanted), On<EvPut>(nameof(AcKeep), Next = Full)] Empty,
                [On<EvTake>(nameof(AcGive), Next = Empty), Refuse<EvPut>] Full,
                [On<EvPut>(nameof(AcDeliver), Next = Empty), Refuse<EvTake>] Wanted,
            }

            private int _v;
            private System.Threading.Tasks.TaskCompletionSource<int>? _t;
            private void AcWait(in EvTake e) => _t = e.T;
            private void AcKeep(in EvPut e) => _v = e.V;
            private void AcGive(in EvTake e) => e.T.SetResult(_v);
            private void AcDeliver(in EvPut e) { _t!.SetResult(e.V); _t = null; }
        }

        public static class Consumer
        {
            public static async void Run(Slot slot)
            {
                for (var i = 0; i < 3; i++)
                {
                    var c = new System.Threading.Tasks.TaskCompletionSource<int>();
                    Say(slot.Send(new EvTake(c)));
                    Say(await c.Task);
                }
            }
        }
        """;

    [Fact]
    public void Who_takes_again_in_a_continuation_waits_and_gets_the_next_value() => Assert.Equal(
        "Handled 1 Queued Handled 2 Queued Handled 3 Handled",
        LoadedSnippet.Play(Slot, "var slot = app.Create<Slot>(); Consumer.Run(slot); for (var i = 1; i <= 3; i++) { Say(slot.Send(new EvPut(i))); }"));
}
