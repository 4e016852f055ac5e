using System.Text.Json;
using FsmKit.Http;

namespace HelloSample;

/// <summary>Pages of the server.</summary>
public static class Pages
{
    /// <summary>A greeting.</summary>
    public static void Hello(HttpResponse response) => response.Send(200, "text/plain"u8, "Hello, World!"u8);

    /// <summary>The greeting as a JSON object.</summary>
    public static void Json(HttpResponse response) => response.Send(
        200, "application/json"u8, JsonSerializer.SerializeToUtf8Bytes(new Greeting("Hello, World!"), GreetingContext.Default.Greeting));

    /// <summary>A body of unknown length: line by line. A line is written when the line before it has been sent.</summary>
    public static void Stream(HttpResponse response)
    {
        var lines = 0;
        response.Headers.Add(KnownHeader.ContentType, "text/plain"u8);
        WriteLine();

        void WriteLine()
        {
            response.Write("another line\n"u8);
            if (++lines == 10)
            {
                response.Finish();
            }
            else
            {
                response.Flush(WriteLine);
            }
        }
    }

    /// <summary>The body of the request, with its content type.</summary>
    public static void Body(HttpRequest request, HttpResponse response)
    {
        var type = request.Headers.TryGet(KnownHeader.ContentType, out var sent) ? sent : "application/octet-stream"u8;
        if (!request.BodyIsInFile)
        {
            response.Send(200, type, request.BodyBytes);
            return;
        }

        // A large body is in a file. The file is sent piece by piece, at the speed of the client.
        response.Headers.Add(KnownHeader.ContentType, type);
        response.ContentLength = request.BodyLength;
        var body = request.OpenBody();
        var piece = new byte[64 * 1024];
        WritePiece();

        void WritePiece()
        {
            response.Write(piece.AsSpan(0, body.Read(piece)));
            if (body.Position == body.Length)
            {
                response.Finish();
            }
            else
            {
                response.Flush(WritePiece);
            }
        }
    }

    /// <summary>The fields of the request, as received.</summary>
    public static void Fields(HttpRequest request, HttpResponse response)
    {
        response.Headers.Add(KnownHeader.ContentType, "text/plain"u8);
        foreach (var field in request.Headers)
        {
            response.Write(field.Name);
            response.Write(": "u8);
            response.Write(field.Value);
            response.Write("\n"u8);
        }

        response.Finish();
    }

    /// <summary>The cookies of the request (RFC 6265 §4.2.1).</summary>
    public static void Cookies(HttpRequest request, HttpResponse response)
    {
        response.Headers.Add(KnownHeader.ContentType, "text/plain"u8);
        foreach (var field in request.Headers)
        {
            if (field.Known == KnownHeader.Cookie)
            {
                WriteCookies(field.Value, response);
            }
        }

        response.Finish();
    }

    /// <summary>The methods of a page: answer to OPTIONS, or to a method that the page does not have.</summary>
    public static void Methods(HttpRequest request, HttpResponse response, ReadOnlySpan<byte> methods)
    {
        response.StatusCode = request.Method == KnownMethod.Options ? 204 : 405;
        response.Headers.Add(KnownHeader.Allow, methods);
        response.Send([]);
    }

    private static void WriteCookies(ReadOnlySpan<byte> value, HttpResponse response)
    {
        foreach (var range in value.Split((byte)';'))
        {
            var cookie = value[range].Trim(" \t"u8);
            if (cookie.Contains((byte)'='))
            {
                response.Write(cookie);
                response.Write("\n"u8);
            }
        }
    }
}
