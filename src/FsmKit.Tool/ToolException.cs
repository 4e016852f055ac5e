namespace FsmKit.Tool;

/// <summary>A failure that the command reports in one line, without a stack.</summary>
internal sealed class ToolException(string message, int exitCode = ExitCodes.Failed) : Exception(message)
{
    public int ExitCode => exitCode;
}
