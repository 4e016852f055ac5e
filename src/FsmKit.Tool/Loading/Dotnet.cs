using System.Diagnostics;

namespace FsmKit.Tool;

/// <summary>Runs the command <c>dotnet</c>.</summary>
internal static class Dotnet
{
    /// <summary>Returns the output of the command.</summary>
    /// <exception cref="ToolException">The command failed; the message holds its output.</exception>
    public static string Run(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? output : throw new ToolException($"dotnet {string.Join(' ', arguments)} failed:\n{output}{error.Result}");
    }
}
