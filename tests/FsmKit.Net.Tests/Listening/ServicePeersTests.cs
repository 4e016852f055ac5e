using System.Diagnostics;
using System.Net.Sockets;
using Xunit;

namespace FsmKit.Net.Tests;

/// <summary>Real peers talk to a service, once end to end.</summary>
public class ServicePeersTests
{
    [Theory, InlineData("127.0.0.1"), InlineData("::1")]
    public async Task Netcat_is_answered_by_a_handler_that_blocks(string host)
    {
        Assert.SkipUnless(File.Exists("/usr/bin/nc"), "There is no netcat.");
        Assert.SkipUnless(host != "::1" || Socket.OSSupportsIPv6, "There is no IPv6.");
        using var loop = new GAplic();
        await using var service = new ThreadedSocketService(loop);
        service.Run += static (connection, source) =>
        {
            using var reader = new StreamReader(connection.GetStream(), leaveOpen: true);
            using var writer = new StreamWriter(connection.GetStream(), leaveOpen: true);
            writer.Write($"{source} {reader.ReadToEnd().ToUpperInvariant()}");
            return true;
        };
        var port = service.AddAnyInetPort("you said");
        var running = Task.Run(() => loop.Run(), TestContext.Current.CancellationToken);
        using var nc = Process.Start(new ProcessStartInfo("nc", ["-N", host, $"{port}"]) { RedirectStandardInput = true, RedirectStandardOutput = true })!;
        await nc.StandardInput.WriteAsync("hello");
        nc.StandardInput.Close();
        var answer = await nc.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await nc.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.Equal("you said HELLO", answer);
        loop.Stop();
        await running;
    }
}
