using System.Net;
using System.Net.Sockets;
using Xunit;

namespace FsmKit.Http.Tests;

/// <summary>Start of the sample: its arguments, and its messages when the start fails.</summary>
[Trait("Category", "Slow")]
public class HelloStartTests
{
    private static CancellationToken Stopped => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("--port")]
    [InlineData("--port", "many")]
    [InlineData("--port", "65536")]
    [InlineData("--loops", "0")]
    [InlineData("--what", "ever")]
    [InlineData("page")]
    public async Task What_it_does_not_understand_is_answered_with_what_it_does(params string[] arguments)
    {
        using var hello = new Sample("Hello", arguments);
        Assert.StartsWith("usage: Hello [--host HOST]", await hello.Errors);
        Assert.Equal(2, await hello.ExitCode(Stopped));
    }

    [Fact]
    public async Task A_port_that_is_taken_is_said()
    {
        using var taken = new Socket(SocketType.Stream, ProtocolType.Tcp);
        taken.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        taken.Listen();
        using var hello = new Sample("Hello", "--port", $"{((IPEndPoint)taken.LocalEndPoint!).Port}");
        var errors = await hello.Errors;
        Assert.Contains("cannot listen on 127.0.0.1:", errors);
        Assert.Contains("Choose another port", errors);
        Assert.Single(errors.TrimEnd().Split('\n'));
        Assert.Equal(1, await hello.ExitCode(Stopped));
    }

    [Fact]
    public async Task A_log_that_cannot_be_written_is_said()
    {
        using var hello = new Sample("Hello", "--port", "0", "--access-log", "/nowhere/access.log");
        Assert.Contains("/nowhere/access.log", await hello.Errors);
        Assert.Equal(1, await hello.ExitCode(Stopped));
    }

    [Fact]
    public async Task The_log_has_a_line_for_each_request_of_each_loop()
    {
        var file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        try
        {
            using var hello = new Sample("Hello", "--port", "0", "--loops", "2", "--access-log", file);
            var address = await hello.Address(Stopped);
            for (var i = 0; i < 20; i++)
            {
                using var http = new HttpClient();
                http.DefaultRequestHeaders.UserAgent.ParseAdd("test/1");
                await http.GetStringAsync($"http://{address}/json?n={i}", Stopped);
            }

            hello.Terminate();
            Assert.Equal(0, await hello.ExitCode(Stopped));
            var lines = await File.ReadAllLinesAsync(file, Stopped);
            Assert.Equal(20, lines.Length);
            Assert.All(Enumerable.Range(0, 20), i => Assert.Contains(lines, line => line.StartsWith("127.0.0.1 - - [", StringComparison.Ordinal)
                && line.EndsWith($"] \"GET /json?n={i} HTTP/1.1\" 200 27 \"-\" \"test/1\"", StringComparison.Ordinal)));
        }
        finally
        {
            File.Delete(file);
        }
    }
}
