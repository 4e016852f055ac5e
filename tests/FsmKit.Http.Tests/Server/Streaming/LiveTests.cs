using System.Diagnostics;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using Xunit;

namespace FsmKit.Http.Tests;

/// <summary>Streamed bodies and asynchronous handlers with the clients that people have.</summary>
[Trait("Category", "Slow")]
public sealed class LiveTests
{
    private static CancellationToken Stopped => TestContext.Current.CancellationToken;

    public static TheoryData<HandlerThread> Threads => [HandlerThread.Loop, HandlerThread.ThreadPool];

    [Theory, MemberData(nameof(Threads))]
    public async Task An_HttpClient_gets_its_bytes_back_while_it_sends_them(HandlerThread thread)
    {
        using var live = Serve(thread, static async (request, response) =>
        {
            response.ContentLength = request.ContentLength;
            await request.BodyReader.CopyToAsync(response.BodyWriter);
        });
        using var http = new HttpClient { BaseAddress = live.Address };
        var body = RandomNumberGenerator.GetBytes(3_000_000);
        foreach (var isChunked in new[] { false, true })
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "/") { Content = new ByteArrayContent(body) };
            request.Headers.TransferEncodingChunked = isChunked;
            request.Headers.ExpectContinue = isChunked;
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Stopped);
            Assert.Equal(isChunked ? null : body.Length, response.Content.Headers.ContentLength);
            Assert.Equal(body, await response.Content.ReadAsByteArrayAsync(Stopped));
        }
    }

    [Fact]
    public async Task An_HttpClient_reads_trailers()
    {
        using var live = Serve(HandlerThread.ThreadPool, static async (_, response) =>
        {
            await response.WriteAsync(new byte[100_000]);
            response.Trailers.Add("X-Sum", "0");
        });
        using var http = new HttpClient { BaseAddress = live.Address };
        using var response = await http.GetAsync(new Uri("/", UriKind.Relative), Stopped);

        Assert.Equal(100_000, (await response.Content.ReadAsByteArrayAsync(Stopped)).Length);
        Assert.Equal(["0"], response.TrailingHeaders.GetValues("X-Sum"));
    }

    [Theory, MemberData(nameof(Threads))]
    public async Task Curl_uploads_in_chunks_with_its_expectation_and_downloads(HandlerThread thread)
    {
        if (!File.Exists("/usr/bin/curl"))
        {
            Assert.Skip("There is no curl.");
        }

        using var live = Serve(thread, static async (request, response) =>
        {
            var hash = await SHA256.HashDataAsync(request.OpenBody());
            await response.WriteAsync(Encoding.ASCII.GetBytes(Convert.ToHexString(hash)));
        });
        var body = RandomNumberGenerator.GetBytes(3_000_000);
        foreach (var how in new[] { "Transfer-Encoding: chunked", "Expect: 100-continue" })
        {
            using var curl = Process.Start(new ProcessStartInfo("curl", ["-sS", "-T", "-", "-H", how, $"{live.Address}"])
            {
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
            })!;
            await curl.StandardInput.BaseStream.WriteAsync(body, Stopped);
            curl.StandardInput.Close();
            Assert.Equal(Convert.ToHexString(SHA256.HashData(body)), await curl.StandardOutput.ReadToEndAsync(Stopped));
            await curl.WaitForExitAsync(Stopped);
        }
    }

    [Theory, MemberData(nameof(Threads))]
    public async Task Two_hundred_clients_get_each_byte_of_theirs_whatever_waits_for_how_long(HandlerThread thread)
    {
        using var live = Serve(thread, static async (request, response) =>
        {
            var random = new Random(int.Parse(request.Path.AsSpan(1)));
            response.StatusCode = 200 + random.Next(3);
            response.Headers.Add("X-Path", request.Path);
            if (random.Next(2) == 0)
            {
                response.ContentLength = request.ContentLength;
            }

            var body = request.OpenBody();
            var buffer = new byte[random.Next(1, 5000)];
            while (await body.ReadAsync(buffer) is > 0 and var count)
            {
                if (random.Next(10) == 0)
                {
                    await Task.Delay(random.Next(3));
                }

                response.Write(buffer.AsSpan(0, count));
                if (random.Next(4) == 0)
                {
                    await response.FlushAsync();
                }
            }
        });
        using var http = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = 200 }) { BaseAddress = live.Address };
        await Parallel.ForAsync(0, 1000, new ParallelOptions { MaxDegreeOfParallelism = 200, CancellationToken = Stopped }, async (number, cancellation) =>
        {
            var random = new Random(number);
            var body = new byte[random.Next(100) == 0 ? 500_000 : random.Next(20_000)];
            random.NextBytes(body);
            using var request = new HttpRequestMessage(HttpMethod.Post, $"/{number}") { Content = new ByteArrayContent(body) };
            request.Headers.TransferEncodingChunked = number % 2 == 0;
            using var response = await http.SendAsync(request, cancellation);
            Assert.Equal(200 + new Random(number).Next(3), (int)response.StatusCode);
            Assert.Equal([$"/{number}"], response.Headers.GetValues("X-Path"));
            Assert.Equal(body, await response.Content.ReadAsByteArrayAsync(cancellation));
        });

        Assert.Equal(0, live.Server.EndedFor(ChannelEndReason.ResponseCutOff));
    }

    [Fact]
    public async Task Clients_that_go_away_at_any_moment_harm_nobody()
    {
        var running = 0;
        using var live = Serve(HandlerThread.ThreadPool, async (request, response) =>
        {
            Interlocked.Increment(ref running);
            try
            {
                await request.BodyReader.CopyToAsync(response.BodyWriter, request.Aborted);
            }
            finally
            {
                Interlocked.Decrement(ref running);
            }
        });
        var head = "POST / HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n4000\r\n"u8.ToArray();
        await Parallel.ForAsync(0, 300, new ParallelOptions { MaxDegreeOfParallelism = 50, CancellationToken = Stopped }, async (number, cancellation) =>
        {
            var random = new Random(number);
            using var client = new System.Net.Sockets.TcpClient();
            await client.ConnectAsync(IPAddress.Loopback, live.Address.Port, cancellation);
            client.LingerState = new System.Net.Sockets.LingerOption(number % 2 == 0, 0);
            await client.GetStream().WriteAsync(head.AsMemory(0, random.Next(head.Length)), cancellation);
            await client.GetStream().WriteAsync(head.AsMemory(0, random.Next(head.Length)), cancellation);
        });
        using var http = new HttpClient { BaseAddress = live.Address };
        using var content = new ByteArrayContent(new byte[10]);
        using var response = await http.PostAsync(new Uri("/", UriKind.Relative), content, Stopped);
        Assert.Equal(10, (await response.Content.ReadAsByteArrayAsync(Stopped)).Length);

        // The ones that still wait hear of their client's end soon.
        Assert.True(SpinWait.SpinUntil(() => Volatile.Read(ref running) == 0, TimeSpan.FromSeconds(30)));
    }

    [Fact]
    public async Task A_client_that_breaks_off_an_upload_which_nobody_reads_is_noticed()
    {
        var aborted = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var told = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var live = Serve(HandlerThread.ThreadPool, async (request, _) =>
        {
            request.Aborted.Register(aborted.SetResult);
            told.SetResult();
            await aborted.Task;
        });
        using var client = new System.Net.Sockets.TcpClient { LingerState = new System.Net.Sockets.LingerOption(true, 0), SendTimeout = 100 };
        await client.ConnectAsync(IPAddress.Loopback, live.Address.Port, Stopped);
        await client.GetStream().WriteAsync("POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 100000000\r\n\r\n"u8.ToArray(), Stopped);
        await told.Task.WaitAsync(Stopped);
        client.Client.Blocking = false;
        Assert.Throws<System.Net.Sockets.SocketException>(() =>
        {
            for (var sent = 0; sent < 100_000_000;)
            {
                sent += client.Client.Send(new byte[100_000]);
            }
        });
        client.Close();

        await aborted.Task.WaitAsync(TimeSpan.FromSeconds(30), Stopped);
    }

    private static LiveServer Serve(HandlerThread thread, HttpAsyncHandler handler) => new(server =>
        (server.AsyncHandler, server.HandlersRunOn, server.StreamBodies) = (handler, thread, true));
}
