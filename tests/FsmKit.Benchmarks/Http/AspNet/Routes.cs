using System.Buffers;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace FsmKit.Benchmarks.AspNetApplication;

/// <summary>The routes as a RequestDelegate of its own, without the routing.</summary>
internal static class Routes
{
    private const string Plain = "text/plain";
    private static readonly byte[] Hello = "Hello, World!"u8.ToArray();
    private static readonly byte[] Letters = new byte[65536];

    static Routes() => Letters.AsSpan().Fill((byte)'x');

    public static Task Answer(HttpContext context)
    {
        var path = context.Request.Path.Value!;
        return (context.Request.Method, path) switch
        {
            ("GET" or "HEAD", "/") => SendHello(context),
            ("GET", "/json") => SendJson(context),
            ("GET", "/stream") => SendStream(context),
            ("GET", _) when path.StartsWith("/bytes/", StringComparison.Ordinal) => SendBytes(context, path["/bytes/".Length..]),
            ("POST", "/") => Echo(context),
            ("POST", "/count") => Count(context),
            _ => Refuse(context, 404),
        };
    }

    private static Task SendHello(HttpContext context)
    {
        context.Response.ContentType = Plain;
        context.Response.ContentLength = Hello.Length;
        return HttpMethods.IsHead(context.Request.Method)
            ? Task.CompletedTask
            : context.Response.Body.WriteAsync(Hello, 0, Hello.Length);
    }

    private static Task SendJson(HttpContext context)
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(new Message("Hello, World!"), Json.Default.Message);
        context.Response.ContentType = "application/json";
        context.Response.ContentLength = json.Length;
        return context.Response.Body.WriteAsync(json, 0, json.Length);
    }

    /// <summary>Of unknown length, so in chunks.</summary>
    private static async Task SendStream(HttpContext context)
    {
        context.Response.ContentType = Plain;
        for (var i = 1; i <= 5; i++)
        {
            await context.Response.WriteAsync($"part {i}\n");
            await context.Response.Body.FlushAsync();
            // Parts that are all there when the loop takes the first one go out as one body with its length.
            await Task.Delay(1);
        }
    }

    private static async Task SendBytes(HttpContext context, string length)
    {
        if (!long.TryParse(length, NumberStyles.None, CultureInfo.InvariantCulture, out var left))
        {
            await Refuse(context, 404);
            return;
        }

        context.Response.ContentType = Plain;
        context.Response.ContentLength = left;
        while (left > 0)
        {
            var count = (int)Math.Min(left, Letters.Length);
            await context.Response.Body.WriteAsync(Letters.AsMemory(0, count));
            left -= count;
        }
    }

    private static Task Echo(HttpContext context)
    {
        context.Response.ContentType = context.Request.ContentType ?? Plain;
        context.Response.ContentLength = context.Request.ContentLength;
        return context.Request.BodyReader.CopyToAsync(context.Response.BodyWriter);
    }

    private static async Task Count(HttpContext context)
    {
        long count = 0;
        while (true)
        {
            var read = await context.Request.BodyReader.ReadAsync();
            count += read.Buffer.Length;
            context.Request.BodyReader.AdvanceTo(read.Buffer.End);
            if (read.IsCompleted)
            {
                break;
            }
        }

        context.Response.ContentType = Plain;
        var text = count.ToString(CultureInfo.InvariantCulture);
        context.Response.ContentLength = text.Length;
        await context.Response.WriteAsync(text);
    }

    private static Task Refuse(HttpContext context, int status)
    {
        context.Response.StatusCode = status;
        return Task.CompletedTask;
    }
}

/// <summary>The answer of /json.</summary>
internal sealed record Message([property: JsonPropertyName("message")] string Text);

[JsonSerializable(typeof(Message))]
internal sealed partial class Json : JsonSerializerContext;
