using System.Buffers.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using FsmKit.Http;

namespace FsmKit.Benchmarks.HttpOurs;

/// <summary>The routes as a gclass.</summary>
[GClass]
[Input<EvHttpRequest>]
public sealed partial class Routes : GObj
{
    private static readonly byte[] Letters = new byte[65536];

    private enum State : byte
    {
        /// <summary>Answering.</summary>
        [On<EvHttpRequest>(nameof(AcAnswer))]
        Serving,
    }

    static Routes() => Letters.AsSpan().Fill((byte)'x');

    /// <summary>Streams the bodies that are only counted.</summary>
    public static int Inspect(HttpRequest request)
    {
        request.StreamsBody = request.RawPath.SequenceEqual("/count"u8);
        return 0;
    }

    private static void AcAnswer(in EvHttpRequest e)
    {
        var (request, response) = (e.Request, e.Response);
        var path = request.RawPath;
        if (request.Method == KnownMethod.Post)
        {
            if (path.SequenceEqual("/count"u8))
            {
                _ = Count(request, response);
            }
            else
            {
                HelloSample.Pages.Body(request, response);
            }
        }
        else if (path.SequenceEqual("/"u8))
        {
            response.Send(200, "text/plain"u8, "Hello, World!"u8);
        }
        else if (path.SequenceEqual("/json"u8))
        {
            response.Send(200, "application/json"u8, JsonSerializer.SerializeToUtf8Bytes(new Message("Hello, World!"), Json.Default.Message));
        }
        else if (path.StartsWith("/bytes/"u8) && Utf8Parser.TryParse(path["/bytes/".Length..], out int size, out _))
        {
            Send(response, size);
        }
        else if (path.SequenceEqual("/stream"u8))
        {
            response.Write("a line\n"u8);
            response.Flush(response.Finish);
        }
        else
        {
            response.Send(404, "text/plain"u8, default);
        }
    }

    private static void Send(HttpResponse response, int size)
    {
        response.Headers.Add(KnownHeader.ContentType, "text/plain"u8);
        if (size <= Letters.Length)
        {
            response.Send(Letters.AsSpan(0, size));
            return;
        }

        response.ContentLength = size;
        WritePiece();

        void WritePiece()
        {
            var count = Math.Min(size, Letters.Length);
            size -= count;
            response.Write(Letters.AsSpan(0, count));
            if (size == 0)
            {
                response.Finish();
            }
            else
            {
                response.Flush(WritePiece);
            }
        }
    }

    private static async Task Count(HttpRequest request, HttpResponse response)
    {
        long count = 0;
        while (true)
        {
            var read = await request.BodyReader.ReadAsync();
            count += read.Buffer.Length;
            request.BodyReader.AdvanceTo(read.Buffer.End);
            if (read.IsCompleted)
            {
                break;
            }
        }

        response.Send(200, "text/plain"u8, System.Text.Encoding.ASCII.GetBytes($"{count}"));
    }
}

/// <summary>Content of /json.</summary>
internal sealed record Message([property: JsonPropertyName("message")] string Text);

[JsonSerializable(typeof(Message))]
internal sealed partial class Json : JsonSerializerContext;
