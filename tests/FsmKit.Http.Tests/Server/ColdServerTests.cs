using System.Net.Sockets;
using System.Text;
using FsmKit.Net.Tests;
using Xunit;

namespace FsmKit.Http.Tests;

/// <summary>
/// First actions of an HTTP server while descriptors are short, in a process of its own: a body goes to a file, a line to the access log.
/// Without any descriptor .NET cannot start a thread for the file.
/// </summary>
[Trait("Category", "Slow")]
public sealed class ColdServerTests : IDisposable
{
    private const int Large = 3_000_000;
    private readonly string _log = Path.GetTempFileName();

    [Fact]
    public async Task In_a_crowd_the_first_body_goes_to_its_file()
    {
        using var server = await ColdProcess.Start($"--http '{_log}'");
        var first = server.Client();
        var crowd = Enumerable.Range(0, 300).Select(_ => server.Client()).ToList();
        await server.Until(static state => state.Lines == 1);

        Assert.Equal("200 3000000", Ask(first, Large));
        await server.IsAtRest();
        crowd.ForEach(static client => client.Dispose());
        await server.Until(static state => state.Gsocks <= 1);
        Assert.Equal("200 5", Ask(server.Client(), 5));
        Assert.InRange(server.State.Lines, 1, 5);
    }

    [Fact]
    public async Task Without_any_descriptor_the_first_body_costs_its_own_request_only()
    {
        using var server = await ColdProcess.Start($"--http '{_log}'");
        var (first, second) = (server.Client(), server.Client());
        await server.Until(static state => state.Gsocks == 2);
        await server.Say("dry");

        Assert.StartsWith("500 ", Ask(first, Large), StringComparison.Ordinal);
        Assert.Equal("200 5", Ask(second, 5));
        await server.IsAtRest();
        Assert.Equal(1, server.State.Lines);
        await server.Say("wet");
        Assert.Equal("200 5", Ask(server.Client(), 5));
    }

    /// <summary>A warm server: parts of .NET that serve HTTP alone stay broken for ever after an initialization without memory.</summary>
    [Fact]
    public async Task Without_memory_requests_are_lost_and_nothing_else()
    {
        using var server = await ColdProcess.Start($"--http '{_log}'", "DOTNET_GCHeapHardLimit=0x4000000");
        Assert.Equal("200 3000000", Ask(server.Client(), Large));
        Assert.Equal("200 5", Ask(server.Client(), 5));
        var (large, small) = (Enumerable.Range(0, 3).Select(_ => server.Client()).ToList(), Enumerable.Range(0, 3).Select(_ => server.Client()).ToList());
        await server.Until(static state => state.Gsocks == 8);
        await server.WithoutMemory(() => [
            .. large.Select(static client => Task.Run(() => IsAnswered(client, Large))),
            .. small.Select(static client => Task.Run(() => IsAnswered(client, 5)))]);
        large.ForEach(static client => client.Dispose());
        small.ForEach(static client => client.Dispose());
        await server.Until(static state => state.Gsocks == 2);
        await server.IsAtRest();
        Assert.Equal("200 3000000", Ask(server.Client(), Large));
        Assert.Equal("200 5", Ask(server.Client(), 5));
    }

    public void Dispose() => File.Delete(_log);

    private static bool IsAnswered(Socket client, int length)
    {
        try
        {
            return Ask(client, length).StartsWith("200 ", StringComparison.Ordinal);
        }
        catch (SocketException x) when (x.SocketErrorCode != SocketError.TimedOut)
        {
            // Reset.
            return false;
        }
    }

    /// <summary>Sends a body, and gives the status and the text of the answer. The server may close before it has read all of the body.</summary>
    private static string Ask(Socket client, int length)
    {
        try
        {
            client.Send(Encoding.ASCII.GetBytes($"POST / HTTP/1.1\r\nHost: a\r\nContent-Length: {length}\r\n\r\n"));
            client.Send(new byte[length]);
        }
        catch (SocketException)
        {
            // The server has answered already.
        }

        var answer = new byte[1000];
        var text = "";
        while (!text.Contains("\r\n\r\n", StringComparison.Ordinal) && client.Receive(answer) is > 0 and var count)
        {
            text += Encoding.ASCII.GetString(answer, 0, count);
        }

        return text.Length == 0 ? "" : $"{text.Split(' ')[1]} {text[(text.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4)..]}";
    }
}
