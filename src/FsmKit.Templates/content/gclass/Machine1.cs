using FsmKit;

namespace MyApp;

/// <summary>Starts the machine.</summary>
public readonly record struct EvStart;

/// <summary>Stops the machine.</summary>
public readonly record struct EvStop;

/// <summary>Runs for a limited time.</summary>
[GClass]
[Input<EvStart>, Input<EvStop>]
public sealed partial class Machine1 : GObj
{
    /// <summary>Longest time of a run. Default 10 s.</summary>
    [Parameter]
    public partial TimeSpan RunTime { get; set; } = TimeSpan.FromSeconds(10);

    private enum State : byte
    {
        /// <summary>Nothing happens.</summary>
        [On<EvStart>(Next = Running)]
        [Ignore<EvStop>]
        Idle,

        /// <summary>Started, until it is stopped or its time is over.</summary>
        [On<EvStop>(Next = Idle)]
        [After(nameof(RunTime), Next = Idle)]
        [Refuse<EvStart>]
        Running,
    }
}
