namespace FsmKit.Testing;

/// <summary>Thrown when less is covered than a test requires. The message lists the missing states, rows or outcomes of guards.</summary>
public sealed class CoverageException : Exception
{
    /// <summary>Creates the exception.</summary>
    public CoverageException(string message)
        : base(message)
    {
    }
}
