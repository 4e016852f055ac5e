namespace FsmKit;

/// <summary>Amount of trace output of a machine in the log.</summary>
public enum MachineTraceLevel : byte
{
    /// <summary>Only refused events.</summary>
    Off,

    /// <summary>Each event with its state, action and outcome.</summary>
    Events,

    /// <summary>Each event with its state, action, outcome and data (<c>ToString</c> of the event).</summary>
    Data,
}
