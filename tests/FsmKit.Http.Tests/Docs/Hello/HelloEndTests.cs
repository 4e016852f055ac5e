using System.Net;
using System.Net.Sockets;
using System.Text;
using Xunit;

namespace FsmKit.Http.Tests;

/// <summary>Checks that the sample ends in good order: a response that has begun is sent to the last byte.</summary>
[Trait("Category", "Slow")]
public class HelloEndTests
{
    private const int Clients = 8;
    private const int Enough = 200;

    private static CancellationToken Stopped => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("http")]
    [InlineData("http", "--loops", "2")]
    [InlineData("https", "--tls")]
    public async Task No_response_is_cut_off_when_it_is_told_to_end_under_load(string scheme, params string[] arguments)
    {
        using var hello = new Sample("Hello", ["--port", "0", .. arguments]);
        using var handler = new SocketsHttpHandler();
        handler.SslOptions.RemoteCertificateValidationCallback = static (_, certificate, _, _) => certificate?.Subject == "CN=localhost";
        using var http = new HttpClient(handler) { BaseAddress = new Uri($"{scheme}://{await hello.Address(Stopped)}") };
        var answers = 0;
        var enough = new TaskCompletionSource();
        var clients = Enumerable.Range(0, Clients).Select(_ => Task.Run(AskUntilNobodyAnswers, Stopped)).ToList();
        await Task.WhenAny([enough.Task, .. clients]).WaitAsync(Stopped);
        hello.Terminate();

        Assert.Equal(0, await hello.ExitCode(Stopped));
        await Task.WhenAll(clients);
        Assert.True(answers >= Enough);
        Assert.Equal("", await hello.Errors);

        async Task AskUntilNobodyAnswers()
        {
            var body = new byte[600_000];
            while (true)
            {
                HttpResponseMessage response;
                try
                {
                    using var request = new HttpRequestMessage(HttpMethod.Post, "/") { Content = new ByteArrayContent(body) };
                    response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Stopped);
                }
                catch (HttpRequestException)
                {
                    return;
                }

                // A response that has begun is complete: an incomplete one is an exception here.
                using (response)
                {
                    Assert.Equal(body.Length, (await response.Content.ReadAsByteArrayAsync(Stopped)).Length);
                }

                if (Interlocked.Increment(ref answers) == Enough)
                {
                    enough.SetResult();
                }
            }
        }
    }

    [Fact]
    public async Task A_request_that_has_begun_is_answered()
    {
        using var hello = new Sample("Hello", "--port", "0");
        var address = await hello.Address(Stopped);
        using var idle = await Connect(address, "GET / HTTP/1.1\r\nHost: a\r\n\r\n");
        using var begun = await Connect(address, "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 4\r\n\r\nab");
        Assert.EndsWith("Hello, World!", Receive(idle, "Hello, World!"));
        hello.Terminate();

        // The one that asks nothing is closed: so it has been told.
        Assert.Equal("", Receive(idle, null));
        begun.Send("cd"u8);
        var answer = Receive(begun, null);
        Assert.Contains("Connection: close\r\n", answer);
        Assert.EndsWith("\r\n\r\nabcd", answer);
        idle.Close();
        begun.Close();
        Assert.Equal(0, await hello.ExitCode(Stopped));
    }

    private static async Task<Socket> Connect(IPEndPoint address, string request)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { ReceiveTimeout = 30_000 };
        await socket.ConnectAsync(address, Stopped);
        socket.Send(Encoding.ASCII.GetBytes(request));
        return socket;
    }

    /// <summary>All up to some text, or up to the end of the stream.</summary>
    private static string Receive(Socket socket, string? until)
    {
        var text = new StringBuilder();
        var buffer = new byte[4096];
        while ((until is null || !text.ToString().Contains(until, StringComparison.Ordinal)) && socket.Receive(buffer) is > 0 and var count)
        {
            text.Append(Encoding.ASCII.GetString(buffer, 0, count));
        }

        return text.ToString();
    }
}
