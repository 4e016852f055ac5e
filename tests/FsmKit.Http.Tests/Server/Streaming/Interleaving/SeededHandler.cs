using System.Buffers;
using System.Globalization;

namespace FsmKit.Http.Tests;

/// <summary>Answers as the number of the request decides: waits here and there, and goes on in the pool or in the same place.</summary>
internal sealed class SeededHandler(SeededPool pool)
{
    /// <summary>Whether the answer is the body of the request.</summary>
    public static bool Echoes(int number) => number % 6 < 4;

    /// <summary>Returns the body of an answer that is no echo.</summary>
    public static byte[] Other(int number)
    {
        var random = new Random(number);
        var body = new byte[random.Next(10_000)];
        random.NextBytes(body);
        return body;
    }

    public async Task Answer(HttpRequest request, HttpResponse response)
    {
        var number = int.Parse(request.Path.AsSpan(1), CultureInfo.InvariantCulture);
        var random = new Random(number * 7);
        response.Headers.Add("X-Number", request.Path[1..]);
        if (random.Next(2) == 0)
        {
            response.ContentLength = Echoes(number) ? request.ContentLength : Other(number).Length;
        }

        await Wait(random);
        switch (number % 6)
        {
            case 0 or 1:
                await EchoParts(request, response, random);
                break;
            case 2:
                await EchoStream(request, response, random);
                break;
            case 3:
                await EchoWhole(request, response, random);
                break;
            case 4:
                await response.BodyWriter.WriteAsync(Other(number));
                break;
            default:
                await ReadSome(request);
                response.Write(Other(number));
                break;
        }
    }

    private async Task EchoParts(HttpRequest request, HttpResponse response, Random random)
    {
        var body = request.BodyReader;
        while (true)
        {
            var read = random.Next(3) == 0 && body.TryRead(out var now) ? now : await body.ReadAsync();
            var part = read.Buffer.Slice(0, random.NextInt64(read.Buffer.Length + 1));
            foreach (var piece in part)
            {
                response.Write(piece.Span);
            }

            var isLast = read.IsCompleted && part.Length == read.Buffer.Length;
            body.AdvanceTo(part.End, random.Next(2) == 0 || part.IsEmpty ? read.Buffer.End : part.End);
            if (isLast)
            {
                return;
            }

            if (random.Next(3) == 0)
            {
                await response.FlushAsync();
            }

            await Wait(random);
        }
    }

    private async Task EchoStream(HttpRequest request, HttpResponse response, Random random)
    {
        var body = request.OpenBody();
        var buffer = new byte[random.Next(1, 3000)];
        while (await body.ReadAsync(buffer) is > 0 and var count)
        {
            await response.WriteAsync(buffer.AsMemory(0, count));
            await Wait(random);
        }
    }

    private async Task EchoWhole(HttpRequest request, HttpResponse response, Random random)
    {
        var whole = new ArrayBufferWriter<byte>();
        while (true)
        {
            var read = await request.BodyReader.ReadAsync();
            foreach (var piece in read.Buffer)
            {
                whole.Write(piece.Span);
            }

            request.BodyReader.AdvanceTo(read.Buffer.End);
            if (read.IsCompleted)
            {
                break;
            }

            await Wait(random);
        }

        response.Send(whole.WrittenSpan);
    }

    private static async Task ReadSome(HttpRequest request)
    {
        var read = await request.BodyReader.ReadAsync();
        request.BodyReader.AdvanceTo(read.Buffer.GetPosition(read.Buffer.Length / 2));
    }

    private async Task Wait(Random random)
    {
        while (random.Next(3) == 0)
        {
            await pool.Later();
        }
    }
}
