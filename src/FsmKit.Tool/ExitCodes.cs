namespace FsmKit.Tool;

/// <summary>Exit codes of the command.</summary>
internal static class ExitCodes
{
    /// <summary>The command has done its work.</summary>
    public const int Success = 0;

    /// <summary>A table differs from its reviewed file, or no gclass was found.</summary>
    public const int Found = 1;

    /// <summary>The arguments are wrong.</summary>
    public const int Usage = 2;

    /// <summary>A program failed, or a file cannot be read or written.</summary>
    public const int Failed = 3;
}
