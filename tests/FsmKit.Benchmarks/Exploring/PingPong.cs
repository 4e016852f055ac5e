using FsmKit.Testing;

namespace FsmKit.Benchmarks.Exploring;

/// <summary>The ball comes, and there are so many strokes left.</summary>
internal readonly record struct EvBall(int Left);

/// <summary>Plays a ball back to the other one, each on a loop of its own, until no stroke is left.</summary>
[GClass, Input<EvBall>]
internal sealed partial class PingPong : GObj
{
    private PingPong? _other;

    private enum State
    {
        [On<EvBall>(nameof(AcPlay))]
        Playing,
    }

    /// <summary>Makes two pairs, so that each step has a choice.</summary>
    public static void SetUp(World world, int strokes)
    {
        for (var pair = 0; pair < 2; pair++)
        {
            var one = world.Loop($"one{pair}").Create<PingPong>();
            one._other = world.Loop($"other{pair}").Create<PingPong>();
            one._other._other = one;
            one.Post(one, new EvBall(strokes / 2));
        }
    }

    private void AcPlay(in EvBall e)
    {
        if (e.Left > 0)
        {
            Post(_other!, new EvBall(e.Left - 1));
        }
    }
}
