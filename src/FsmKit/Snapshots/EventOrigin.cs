namespace FsmKit;

/// <summary>Sender of a waiting event in a snapshot.</summary>
public enum EventOrigin : byte
{
    /// <summary>Another sender, or none. After the restore the event has no source.</summary>
    Other,

    /// <summary>The gobj itself sent the event.</summary>
    Self,

    /// <summary>The parent of the gobj sent the event.</summary>
    Parent,
}
