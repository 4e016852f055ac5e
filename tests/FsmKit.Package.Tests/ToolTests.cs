using System.Diagnostics;
using System.Text.Json;
using Xunit;

namespace FsmKit.Package.Tests;

/// <summary>The command fsmkit, installed from its package and used on a project that knows FsmKit from packages only.</summary>
[Collection(nameof(Packages))]
public class ToolTests(FreshConsumer consumer)
{
    [Fact]
    public void The_command_describes_draws_and_checks_a_project()
    {
        var folder = consumer.Beside("drawn");
        try
        {
            Try(folder);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private void Try(string around)
    {
        var tools = Path.Combine(consumer.Folder, "tools");
        FreshConsumer.Succeed(consumer.Dotnet("tool", "install", "FsmKit.Tool", "--version", consumer.Version, "--tool-path", tools));
        var folder = Path.Combine(around, "drawn");
        FreshConsumer.Succeed(consumer.Dotnet("new", "classlib", "-o", folder));
        File.WriteAllText(Path.Combine(folder, "Class1.cs"), """
            using FsmKit;
            public readonly record struct EvPress;
            /// <summary>A lamp.</summary>
            [GClass, Input<EvPress>]
            public sealed partial class Lamp : GObj
            {
                private enum State : byte { [On<EvPress>(Next = On)] Off, [On<EvPress>(Next = Off)] On }
            }
            """);
        FreshConsumer.Succeed(consumer.DotnetIn(folder, "add", "package", "FsmKit", "--version", consumer.Version));

        Assert.Contains("Off    EvPress", Fsmkit("describe", folder), StringComparison.Ordinal);
        using var json = JsonDocument.Parse(Fsmkit("describe", folder, "Lamp", "--json"));
        Assert.Equal("Lamp", json.RootElement[0].GetProperty("name").GetString());
        Assert.Contains("Off --> On : EvPress", Fsmkit("draw", folder, "Lamp"), StringComparison.Ordinal);
        Assert.Contains("digraph", Fsmkit("draw", folder, "Lamp", "--format", "dot"), StringComparison.Ordinal);
        Assert.Contains("<scxml", Fsmkit("draw", Path.Combine(folder, "bin", "Debug", "net10.0", "drawn.dll"), "Lamp", "--format", "scxml"), StringComparison.Ordinal);

        // Without a reviewed table there is nothing to check; a wrong one is told, accepted, and told no more.
        Assert.Equal(1, Run("check", folder).ExitCode);
        var table = Path.Combine(folder, "Lamp.table.md");
        File.WriteAllText(table, "# Lamp\n");
        var (exitCode, output) = Run("check", folder);
        Assert.Equal(1, exitCode);
        Assert.Contains("differs", output, StringComparison.Ordinal);
        Assert.Contains("accepted", Fsmkit("check", folder, "--accept"), StringComparison.Ordinal);
        Assert.Contains("\"same\"", Fsmkit("check", folder, "--json"), StringComparison.Ordinal);
        Assert.Equal(1, Run("draw", folder, "Lampion").ExitCode);
        Assert.Equal(2, Run("paint").ExitCode);
        Assert.Equal(2, Run("describe", Path.Combine(folder, "nothing.dll")).ExitCode);

        string Fsmkit(params string[] arguments) => FreshConsumer.Succeed(Run(arguments));

        (int ExitCode, string Output) Run(params string[] arguments)
        {
            var start = new ProcessStartInfo(Path.Combine(tools, "fsmkit"), arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
            start.Environment["NUGET_PACKAGES"] = consumer.Cache;
            using var process = Process.Start(start)!;
            var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
            var text = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return (process.ExitCode, text + error.Result);
        }
    }
}
