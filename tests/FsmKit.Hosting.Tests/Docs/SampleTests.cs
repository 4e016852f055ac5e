using System.Net.Sockets;
using System.Text;
using Xunit;

namespace FsmKit.Hosting.Tests;

/// <summary>Starts the sample as a reader of the guide would.</summary>
[Trait("Category", "Slow")]
public class SampleTests
{
    [Fact]
    public async Task The_desk_answers_and_the_ledger_says_its_sum_at_the_end()
    {
        using var sample = new Sample("Hosted", "--port", "0");
        using (var client = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp))
        {
            await client.ConnectAsync(await sample.Address(TestHost.Cancellation), TestHost.Cancellation);
            await client.SendAsync("hello"u8.ToArray(), TestHost.Cancellation);
            var answer = new byte[6];
            await new NetworkStream(client).ReadExactlyAsync(answer, TestHost.Cancellation);
            Assert.Equal("noted\n", Encoding.UTF8.GetString(answer));
        }

        sample.Terminate();
        Assert.Equal(0, await sample.ExitCode(TestHost.Cancellation));
        Assert.Contains("5 bytes in 1 entries", await sample.Errors, StringComparison.Ordinal);
    }

    /// <summary>The meters and activities are shown at the latest when the program ends.</summary>
    [Fact]
    public async Task Meters_and_activities_are_shown_on_demand()
    {
        using var sample = new Sample("Hosted", "--port", "0", "--telemetry", "console");
        using (var client = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp))
        {
            await client.ConnectAsync(await sample.Address(TestHost.Cancellation), TestHost.Cancellation);
            await client.SendAsync("hello"u8.ToArray(), TestHost.Cancellation);
            var answer = new byte[6];
            await new NetworkStream(client).ReadExactlyAsync(answer, TestHost.Cancellation);
        }

        var shown = sample.Output.ReadToEndAsync(TestHost.Cancellation);
        sample.Terminate();
        Assert.Equal(0, await sample.ExitCode(TestHost.Cancellation));
        var output = await shown;
        Assert.Contains("fsmkit.machine.transitions", output, StringComparison.Ordinal);
        Assert.Contains("Ledger EvEntry", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_port_that_is_none_is_told_of_and_ends_the_program()
    {
        using var sample = new Sample("Hosted", "--port", "many");
        Assert.Equal(1, await sample.ExitCode(TestHost.Cancellation));
        Assert.Contains("Loop 'front' cannot start with these settings: Parameter 'Port' of Desk:desk: 'many' is no int.", await sample.Errors, StringComparison.Ordinal);
    }
}
