using System.Text.RegularExpressions;
using Xunit;

namespace FsmKit.Package.Tests;

/// <summary>A project with one mistake for each rule, as a user's build and a user's command line see it.</summary>
[Collection(nameof(Packages))]
public partial class MistakesTests(FreshConsumer consumer)
{
    /// <summary>No mistake in a program makes the generator fail; a second [GClass] is an error of the compiler, behind which a build asks no analyzer.</summary>
    private static readonly string[] Unseen = ["FSM0019", "FSM0023"];

    [Fact]
    public void A_build_tells_all_and_the_command_line_mends_what_can_be_mended()
    {
        var folder = consumer.Folder + "-mistakes";
        try
        {
            Try(folder);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private void Try(string folder)
    {
        Copy(Path.Combine(AppContext.BaseDirectory, "Mistakes"), folder);
        File.Copy(Path.Combine(consumer.Folder, "nuget.config"), Path.Combine(folder, "nuget.config"));
        Directory.CreateSymbolicLink(Path.Combine(folder, "packages"), Path.Combine(consumer.Folder, "packages"));

        var (exitCode, told) = consumer.DotnetIn(folder, "build", "-v", "q");
        Assert.NotEqual(0, exitCode);
        var rules = Directory.GetFiles(Path.Combine(RepositoryRoot.Path, "docs", "diagnostics"), "FSM*.md").Select(Path.GetFileNameWithoutExtension).Except(Unseen).Order();
        Assert.Equal(rules, Id.Matches(told).Select(static match => match.Value).Distinct().Order());

        // An event that a fix declares wants an answer in each state: the next run gives it.
        Directory.Delete(Path.Combine(folder, "Left"), recursive: true);
        for (var run = 0; run < 2; run++)
        {
            FreshConsumer.Succeed(consumer.DotnetIn(folder, "format", "analyzers", "--severity", "info", "--no-restore"));
        }

        FreshConsumer.Succeed(consumer.DotnetIn(folder, "build", "-v", "q", "--no-restore", "-warnaserror"));
        Assert.Contains("5 mended gclasses begin in One", FreshConsumer.Succeed(consumer.DotnetIn(folder, "run", "--no-build")), StringComparison.Ordinal);
    }

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.GetFiles(from, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    [GeneratedRegex("FSM[0-9]{4}(?=: )")]
    private static partial Regex Id { get; }
}
