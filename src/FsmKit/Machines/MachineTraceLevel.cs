namespace FsmKit;

/// <summary>How much of a machine's work goes to the log.</summary>
public enum MachineTraceLevel : byte
{
    /// <summary>Refusals only.</summary>
    Off,

    /// <summary>Each event with its state, action and outcome.</summary>
    Events,

    /// <summary>The same, with the event's data.</summary>
    Data,
}
