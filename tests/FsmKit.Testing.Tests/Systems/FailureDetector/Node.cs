namespace FsmKit.Testing.Tests.Systems.FailureDetector;

/// <summary>Answers pings until the node is shut down. The schedule may lose a few answers.</summary>
[GClass]
[Input<EvPing>, Input<EvShutDown>]
public sealed partial class Node : GObj
{
    /// <summary>Gets the answers.</summary>
    public Detector Detector { get; set; } = null!;

    /// <summary>Watch that hears of the crash.</summary>
    public CrashWatch Watch { get; set; } = null!;

    /// <summary>Chooses the answers that are lost.</summary>
    public World World { get; set; } = null!;

    /// <summary>Counts the answers that may still be lost.</summary>
    public int Losses { get; set; }

    /// <summary>Tells whether the node lives.</summary>
    public bool IsAlive => CurrentState == State.Alive;

    private enum State
    {
        [On<EvPing>(nameof(AcAnswer)), On<EvShutDown>(nameof(AcCrash), Next = Dead)]
        Alive,

        [Final]
        Dead,
    }

    private void AcAnswer()
    {
        if (Losses > 0 && World.Choose())
        {
            Losses--;
        }
        else
        {
            Post(Detector, new EvPong(this));
        }
    }

    private void AcCrash() => Post(Watch, new EvCrashed());
}
