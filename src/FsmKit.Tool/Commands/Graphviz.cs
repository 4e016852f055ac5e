using System.ComponentModel;
using System.Diagnostics;

namespace FsmKit.Tool;

/// <summary>Lays out a picture with the program <c>dot</c>.</summary>
internal static class Graphviz
{
    /// <exception cref="ToolException">The program is not installed, or it failed.</exception>
    public static string ToSvg(string dot)
    {
        var start = new ProcessStartInfo("dot", "-Tsvg") { RedirectStandardInput = true, RedirectStandardOutput = true, UseShellExecute = false };
        try
        {
            using var process = Process.Start(start)!;
            var svg = process.StandardOutput.ReadToEndAsync();
            process.StandardInput.Write(dot);
            process.StandardInput.Close();
            process.WaitForExit();
            return process.ExitCode == 0 ? svg.Result : throw new ToolException($"dot -Tsvg ended with {process.ExitCode}.");
        }
        catch (Win32Exception)
        {
            throw new ToolException("SVG needs the program dot: install Graphviz, or take --format mermaid.");
        }
    }
}
