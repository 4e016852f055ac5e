namespace FsmKit;

/// <summary>Exception for a snapshot that does not fit its gclass or that cannot be taken. The message gives the reason and the remedy.</summary>
public sealed class MachineSnapshotException : GObjException
{
    /// <summary>Creates an exception.</summary>
    public MachineSnapshotException(string message)
        : base(message)
    {
    }

    /// <summary>Creates an exception with a cause.</summary>
    public MachineSnapshotException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }
}
