using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;

namespace FsmKit.Benchmarks;

/// <summary>One connection: some requests one behind the other, and their answers, compared byte by byte.</summary>
internal sealed class StormClient(int seed, (int Port, bool IsSecure) server)
{
    private const int MostRequests = 8;
    private readonly Random _random = new(seed);

    /// <summary>Makes the requests, and returns their number.</summary>
    public async Task<int> Run()
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };

        // Many addresses of the loopback range, because a closed connection keeps its port for a minute.
        socket.Bind(new IPEndPoint(new IPAddress([127, 0, 0, (byte)(2 + (seed / 500 % 200))]), 0));
        await socket.ConnectAsync(new IPEndPoint(IPAddress.Loopback, server.Port));
        Stream stream = new NetworkStream(socket);
        if (server.IsSecure)
        {
#pragma warning disable CA5359 // The server of the storm signs its own certificate.
            var secure = new SslStream(stream, false, static (_, _, _, _) => true);
#pragma warning restore CA5359
            await secure.AuthenticateAsClientAsync("localhost");
            stream = secure;
        }

        await using (stream)
        {
            var bodies = Enumerable.Range(0, _random.Next(1, MostRequests + 1)).Select(_ => Body()).ToList();
            var (reads, writes) = (new Random(_random.Next()), new Random(_random.Next()));
            var reading = Read(stream, bodies, reads);
            await Task.WhenAll(reading, Write(socket, stream, bodies, writes));
            return bodies.Count;
        }
    }

    private byte[] Body()
    {
        var body = new byte[_random.Next(40) switch { 0 => _random.Next(500_000), < 10 => _random.Next(60_000), < 20 => 0, _ => _random.Next(3_000) }];
        _random.NextBytes(body);
        return body;
    }

    private int NumberOf(int request) => (seed * MostRequests) + request;

    private async Task Write(Socket socket, Stream stream, List<byte[]> bodies, Random random)
    {
        var bytes = new MemoryStream();
        for (var i = 0; i < bodies.Count; i++)
        {
            AddRequest(bytes, NumberOf(i), bodies[i], random);
            if (random.Next(2) == 0)
            {
                await Send(stream, bytes, random);
            }
        }

        await Send(stream, bytes, random);
        if (random.Next(3) == 0)
        {
            if (stream is SslStream secure)
            {
                try
                {
                    await secure.ShutdownAsync();
                }
                catch (CryptographicException x) when (x.Message.Contains("shutdown while in init", StringComparison.Ordinal))
                {
                    // OpenSSL shuts nothing down while half of a session ticket is read, which the reader does beside this. Then the connection stays open both ways.
                }
            }
            else
            {
                socket.Shutdown(SocketShutdown.Send);
            }
        }
    }

    private static void AddRequest(MemoryStream bytes, int number, byte[] body, Random random)
    {
        var isChunked = random.Next(2) == 0;
        Add($"POST /{number} HTTP/1.1\r\nHost: h\r\n{(isChunked ? "Transfer-Encoding: chunked" : $"Content-Length: {body.Length}")}\r\n\r\n");
        if (!isChunked)
        {
            bytes.Write(body);
            return;
        }

        for (var at = 0; at < body.Length;)
        {
            var count = random.Next(1, Math.Min(body.Length - at, random.Next(4) == 0 ? 50 : 20_000) + 1);
            Add($"{count:x}\r\n");
            bytes.Write(body, at, count);
            Add("\r\n");
            at += count;
        }

        Add("0\r\n\r\n");

        void Add(string text) => bytes.Write(Encoding.ASCII.GetBytes(text));
    }

    private static async Task Send(Stream stream, MemoryStream bytes, Random random)
    {
        var data = bytes.ToArray();
        bytes.SetLength(0);
        for (var at = 0; at < data.Length;)
        {
            var count = Math.Min(data.Length - at, random.Next(8) == 0 ? random.Next(1, 20) : random.Next(1, 70_000));
            await stream.WriteAsync(data.AsMemory(at, count));
            at += count;
            await Wait(random);
        }
    }

    private async Task Read(Stream stream, List<byte[]> bodies, Random random)
    {
        var reader = new StormReader(stream);
        for (var i = 0; i < bodies.Count; i++)
        {
            await Wait(random);
            await reader.Compare(NumberOf(i), bodies[i]);
        }
    }

    private static async Task Wait(Random random)
    {
        if (random.Next(30) == 0)
        {
            await Task.Delay(random.Next(5));
        }
    }
}
