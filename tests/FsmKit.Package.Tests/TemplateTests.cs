using Xunit;

namespace FsmKit.Package.Tests;

/// <summary>The templates, from their package to a program whose tests pass, with the packages as the only source of FsmKit.</summary>
[Collection(nameof(Packages))]
public class TemplateTests(FreshConsumer consumer)
{
    private static readonly string[] Projects = ["console", "tcp-server", "http-server", "aspnet"];

    [Fact]
    public void Each_template_builds_without_a_warning_and_its_tests_pass()
    {
        var folder = consumer.Beside("templates");
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
        var hive = Path.Combine(consumer.Folder, "hive");
        FreshConsumer.Succeed(consumer.Dotnet("new", "install", Path.Combine(consumer.Folder, "packages", $"FsmKit.Templates.{consumer.Version}.nupkg"), "--debug:custom-hive", hive));
        foreach (var template in Projects)
        {
            var name = "My" + template.Replace("-", "", StringComparison.Ordinal);
            FreshConsumer.Succeed(consumer.DotnetIn(folder, "new", $"fsmkit-{template}", "-n", name, "-o", Path.Combine(folder, name), "--debug:custom-hive", hive));
        }

        FreshConsumer.Succeed(consumer.DotnetIn(
            folder, "new", "fsmkit-gclass", "-n", "Pump", "-o", Path.Combine(folder, "Myconsole", "Myconsole"), "--debug:custom-hive", hive));

        // One build for all of them.
        File.WriteAllText(Path.Combine(folder, "All.slnx"), $"<Solution>{string.Concat(Directory.GetFiles(folder, "*.csproj", SearchOption.AllDirectories)
            .Select(project => $"<Project Path=\"{Path.GetRelativePath(folder, project)}\" />"))}</Solution>");
        File.Copy(Path.Combine(folder, "Myconsole", "global.json"), Path.Combine(folder, "global.json"));
        FreshConsumer.Succeed(consumer.DotnetIn(folder, "build", "All.slnx", "-v", "q", "-warnaserror"));
        var output = FreshConsumer.Succeed(consumer.DotnetIn(folder, "test", "--solution", "All.slnx", "--no-build"));
        Assert.Contains("failed: 0", output, StringComparison.Ordinal);
        Assert.DoesNotContain("succeeded: 0", output, StringComparison.Ordinal);
    }
}
