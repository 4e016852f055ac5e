using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using FsmKit.Net.Tests.Examples;
using Xunit;

namespace FsmKit.Net.Tests;

/// <summary>Checks that the examples of the guides are code of these tests, and work as the guides say.</summary>
public class GuideExampleTests
{
    [Theory]
    [InlineData("network.md", 4)]
    [InlineData("tcp-sessions.md", 2)]
    [InlineData("framing.md", 3)]
    [InlineData("request-response.md", 2)]
    [InlineData("protocol-in-an-hour.md", 4)]
    public void Every_example_of_a_guide_is_code_of_these_tests(string page, int atLeast)
    {
        var sources = Directory.EnumerateFiles(Path.Combine(RepositoryRoot.Path, "tests/FsmKit.Net.Tests"), "*.cs", SearchOption.AllDirectories)
            .Select(static file => Joined(File.ReadLines(file)))
            .ToList();
        var guide = File.ReadAllText(Path.Combine(RepositoryRoot.Path, "docs", page));
        var examples = guide.Split("```csharp\n").Skip(1).Select(static rest => rest[..rest.IndexOf("```", StringComparison.Ordinal)]).ToList();

        Assert.True(examples.Count >= atLeast);
        Assert.All(examples, example => Assert.Contains(sources, source => source.Contains(Joined(example.Split('\n')), StringComparison.Ordinal)));
    }

    [Fact]
    public void The_echo_server_echoes()
    {
        var network = new MemoryNetwork();
        var reactor = new MemoryReactor(network);
        using var app = new GAplic(new GAplicOptions { Reactor = reactor });
        app.Create<EchoServer>("server");
        using var peer = network.Connect(new IPEndPoint(IPAddress.Loopback, 7007));
        peer.Send("hello"u8);
        while (app.RunOnce() || reactor.IsReady)
        {
        }

        Assert.Equal("hello"u8, peer.Receive());
    }

    [Fact]
    public void The_reporter_reports_when_it_can()
    {
        var network = new MemoryNetwork();
        var reactor = new MemoryReactor(network);
        using var app = new GAplic(new GAplicOptions
        {
            Reactor = reactor,
            Settings = [new("GConnex.destinations", "127.0.0.1:7007")],
        });
        using var listener = network.Listen(new IPEndPoint(IPAddress.Loopback, 7007));
        var reporter = app.Create<Reporter>("reporter");
        reporter.Send(new EvTick("all is well"u8.ToArray()));
        Settle();
        using var peer = listener.Accept()!;
        Settle();
        Assert.Equal("all is well"u8, peer.Receive());
        peer.Send("good"u8);
        Settle();
        Assert.Equal("good", reporter.Answer);

        void Settle()
        {
            while (app.RunOnce() || reactor.IsReady)
            {
            }
        }
    }

    [Fact]
    public async Task The_service_with_a_task_echoes_over_TLS()
    {
        using var pki = new TestPki();
        var certificate = pki.Issue("www.example.org");
        var (cert, key) = (certificate.CertFile, certificate.KeyFile);
        using var loop = new GAplic();
        using var stop = new CancellationTokenSource();
        var running = Task.Run(() => loop.Run(stop.Token), TestContext.Current.CancellationToken);
        await using var service = new SocketService(loop) { SslOptions = new TlsOptions { CertFile = cert, KeyFile = key } };
        service.Handler = async (connection, cancellation) =>
        {
            await connection.GetStream().CopyToAsync(connection.GetStream(), cancellation);
        };

        using (var peer = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp))
        {
            await peer.ConnectAsync(IPAddress.Loopback, service.AddAnyInetPort(), TestContext.Current.CancellationToken);
            await using var stream = new SslStream(new NetworkStream(peer), false, static (_, shown, _, _) => shown is not null);
            await stream.AuthenticateAsClientAsync("www.example.org");
            await stream.WriteAsync("hello"u8.ToArray(), TestContext.Current.CancellationToken);
            var answer = new byte[5];
            await stream.ReadExactlyAsync(answer, TestContext.Current.CancellationToken);
            Assert.Equal("hello"u8, answer);
        }

        await stop.CancelAsync();
        await running;
    }

    [Fact]
    public async Task The_threaded_service_echoes()
    {
        using var loop = new GAplic();
        using var stop = new CancellationTokenSource();
        var running = Task.Run(() => loop.Run(stop.Token), TestContext.Current.CancellationToken);
        await using var service = new ThreadedSocketService(loop, maxThreads: 10);
        service.Run += (connection, source) =>
        {
            connection.GetStream().CopyTo(connection.GetStream());
            return true;
        };
        var port = service.AddAnyInetPort();

        using (var peer = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp))
        {
            await peer.ConnectAsync(IPAddress.Loopback, port, TestContext.Current.CancellationToken);
            peer.Send("hello"u8);
            Assert.Equal("hello", ConnectingTests.Read(peer, 5));
        }

        await stop.CancelAsync();
        await running;
    }

    private static string Joined(IEnumerable<string> lines) => string.Join('\n', lines.Select(static line => line.Trim())).Trim();
}
