namespace FsmKit;

/// <summary>A place where a loop hands control to code of the application; what a stall is blamed on. Read from another thread.</summary>
internal interface IHandOver
{
    /// <summary>Who has got it: a gobj, or a delegate; null when that is over.</summary>
    object? To { get; }

    /// <summary>With what: the event's name.</summary>
    string With { get; }
}
