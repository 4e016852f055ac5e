namespace FsmKit;

/// <summary>Point at which a loop passes control to application code; named as the cause of a stall. Read from another thread.</summary>
internal interface IHandOver
{
    /// <summary>Receiver of control: a gobj or a delegate; null when the delivery is over.</summary>
    object? To { get; }

    /// <summary>Name of the event that is delivered.</summary>
    string With { get; }
}
