using Xunit;

namespace FsmKit.Package.Tests;

[Collection(nameof(Packages))]
public class FreshConsumerTests(FreshConsumer consumer)
{
    [Fact]
    public void A_consumer_builds_is_told_of_unhandled_events_has_them_fixed_and_runs()
    {
        // The examples on the pages of the packages are part of it.
        foreach (var package in FreshConsumer.Packages.Skip(1))
        {
            var page = consumer.Text(package, "PACKAGE.md");
            File.WriteAllText(Path.Combine(consumer.Folder, $"{package}.Example.cs"), page.Split("```")[1]["csharp".Length..].Replace("\n\n/// ", $"\n\nnamespace {package}.Example;\n\n/// ", StringComparison.Ordinal));
        }

        var build = FreshConsumer.Succeed(consumer.Dotnet("build", "-v", "q"));
        Assert.Contains("warning FSM0007", build, StringComparison.Ordinal);
        Assert.Contains("EvConnected, EvDisconnected", build, StringComparison.Ordinal);
        Assert.DoesNotContain("error", build.Replace("0 Error(s)", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase);

        FreshConsumer.Succeed(consumer.Dotnet("format", "analyzers", "--diagnostics", "FSM0007", "--severity", "warn", "--no-restore"));
        var table = File.ReadAllText(Path.Combine(consumer.Folder, "EchoServer.cs"));
        Assert.Contains("[On<EvConnected>(nameof(AcConnected))]", table, StringComparison.Ordinal);
        Assert.Contains("private void AcDisconnected(in EvDisconnected e)", table, StringComparison.Ordinal);

        Assert.DoesNotContain("FSM", FreshConsumer.Succeed(consumer.Dotnet("build", "-v", "q", "--no-restore")), StringComparison.Ordinal);
        var output = FreshConsumer.Succeed(consumer.Dotnet("run", "--no-build"));
        Assert.Contains("the server echoed: hello", output, StringComparison.Ordinal);
        Assert.Contains("the page says: Hello, World!", output, StringComparison.Ordinal);
        Assert.Contains("explored: 1000 schedules", output, StringComparison.Ordinal);
    }
}
