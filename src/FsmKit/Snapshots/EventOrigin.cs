namespace FsmKit;

/// <summary>Who sent an event that waits in a snapshot.</summary>
public enum EventOrigin : byte
{
    /// <summary>Somebody else, or nobody: after the restore the event has no source.</summary>
    Other,

    /// <summary>The gobj itself.</summary>
    Self,

    /// <summary>The gobj above.</summary>
    Parent,
}
