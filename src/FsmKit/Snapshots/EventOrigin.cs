namespace FsmKit;

/// <summary>Sender of an event in a snapshot that the gobj has not handled yet.</summary>
public enum EventOrigin : byte
{
    /// <summary>Another sender, or none. After the restore the event has no sender (null).</summary>
    Other,

    /// <summary>The gobj itself sent the event.</summary>
    Self,

    /// <summary>The parent of the gobj sent the event.</summary>
    Parent,
}
