namespace FsmKit.Hosting;

/// <summary>Exception for a loop that cannot start, has crashed, or does not run when it is needed.</summary>
public sealed class FsmKitLoopException : GObjException
{
    /// <summary>Creates an exception.</summary>
    /// <param name="loop">Name of the loop.</param>
    /// <param name="message">The problem and the remedy.</param>
    /// <param name="innerException">The cause, or null.</param>
    public FsmKitLoopException(string loop, string message, Exception? innerException = null)
        : base(message, innerException) => Loop = loop;

    /// <summary>Name of the loop.</summary>
    public string Loop { get; }
}
