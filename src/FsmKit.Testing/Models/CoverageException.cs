namespace FsmKit.Testing;

/// <summary>Less was covered than a test asks for. The message lists what is missing.</summary>
public sealed class CoverageException : Exception
{
    /// <summary>Tells what is missing.</summary>
    public CoverageException(string message)
        : base(message)
    {
    }
}
