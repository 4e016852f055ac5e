namespace FsmKit;

/// <summary>A broken contract of the gobj tree: a name taken twice, a gobj used before it was created, a loop without a place for it.</summary>
public class GObjException : InvalidOperationException
{
    /// <summary>An exception with a message that says what happened, to which gobj, and what to do.</summary>
    public GObjException(string message)
        : base(message)
    {
    }

    /// <summary>The same, with a cause.</summary>
    public GObjException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }
}
