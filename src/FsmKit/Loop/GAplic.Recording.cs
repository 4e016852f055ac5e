namespace FsmKit;

/// <content>The recorder of the loop, if it has one: it sets a bit in the gate of each gobj, as listeners do.</content>
public sealed partial class GAplic
{
    /// <summary>Who records a gobj of the loop; null when nobody does.</summary>
    internal Recorder? Recorder { get; private set; }

    /// <summary>What the loop itself has handed control to: a lane of posted events, a timer, what a callback is for; null when it is something else, or the loop does not run.</summary>
    internal object? InControl => _inCycle && _serving > 0 ? Served(0) : null;

    /// <summary>Begins to record, or ends it.</summary>
    internal void BeRecorded(Recorder? recorder)
    {
        Recorder = recorder;
        ShowWatchOfTree();
    }
}
