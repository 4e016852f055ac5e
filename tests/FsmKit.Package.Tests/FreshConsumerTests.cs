using Xunit;

namespace FsmKit.Package.Tests;

public class FreshConsumerTests
{
    [Fact]
    public void A_consumer_builds_is_told_of_unhandled_events_has_them_fixed_and_runs()
    {
        using var consumer = new FreshConsumer();

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
    }
}
