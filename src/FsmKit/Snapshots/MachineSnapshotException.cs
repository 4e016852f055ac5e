namespace FsmKit;

/// <summary>A snapshot that does not fit the gclass it is to become a gobj of, or that cannot be taken. The message says what does not fit and what to do.</summary>
public sealed class MachineSnapshotException : GObjException
{
    /// <summary>An exception with its message.</summary>
    public MachineSnapshotException(string message)
        : base(message)
    {
    }

    /// <summary>The same, with a cause.</summary>
    public MachineSnapshotException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }
}
