namespace FsmKit;

/// <summary>
/// Exception for a misuse of the gobj tree, such as a name that is taken, a gobj that is used before its creation, or a call from a thread
/// other than the loop's.
/// </summary>
public class GObjException : InvalidOperationException
{
    /// <summary>Creates an exception. The message should name the gobj, the problem and the remedy.</summary>
    public GObjException(string message)
        : base(message)
    {
    }

    /// <summary>Creates an exception with a cause.</summary>
    public GObjException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }
}
