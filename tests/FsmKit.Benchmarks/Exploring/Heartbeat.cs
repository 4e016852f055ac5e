using FsmKit.Testing;

namespace FsmKit.Benchmarks.Exploring;

/// <summary>Says that a node lives.</summary>
internal readonly record struct EvBeat(int Number);

/// <summary>A second has passed.</summary>
internal readonly record struct EvSecond;

/// <summary>Tells its neighbour each second that it lives, and expects the same of the other one every three seconds.</summary>
[GClass, Input<EvBeat>, Input<EvSecond>]
internal sealed partial class Heartbeat : GObj
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);
    private Heartbeat _neighbour = null!;
    private int _number;

    private enum State
    {
        [On<EvSecond>(nameof(AcBeat)), On<EvBeat>(Next = Hearing), After(3_000, Next = Silent)]
        Hearing,

        [On<EvSecond>(nameof(AcBeat)), On<EvBeat>(Next = Hearing)]
        Silent,
    }

    /// <summary>Makes a ring of nodes, each on a loop of its own.</summary>
    public static void SetUp(World world, int nodes)
    {
        var ring = Enumerable.Range(0, nodes).Select(i => world.Loop($"node{i}").Create<Heartbeat>($"node{i}")).ToList();
        for (var i = 0; i < nodes; i++)
        {
            (ring[i]._neighbour, ring[i]._number) = (ring[(i + 1) % nodes], i);
        }

        world.Eventually("each one is heard", () => ring.TrueForAll(static node => node.StateName == nameof(State.Hearing)));
    }

    /// <inheritdoc/>
    protected override void StartUp() => StartTimer(Second, Second, new EvSecond());

    private void AcBeat() => Post(_neighbour, new EvBeat(_number));
}
