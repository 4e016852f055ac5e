namespace FsmKit;

/// <content>Recorder of the loop. A recorder sets a bit of <see cref="MachineGate"/> in each gobj, as listeners do.</content>
public sealed partial class GAplic
{
    /// <summary>Recorder of the loop; null when nothing is recorded.</summary>
    internal Recorder? Recorder { get; private set; }

    /// <summary>
    /// Object to which the loop itself has handed control: a lane of posted events, a timer, or the delegate of a callback. Null for anything else
    /// and while the loop does not run.
    /// </summary>
    internal object? InControl => _inCycle && _serving > 0 ? Served(0) : null;

    /// <summary>Starts recording; null stops recording.</summary>
    internal void BeRecorded(Recorder? recorder)
    {
        Recorder = recorder;
        ShowWatchOfTree();
    }
}
