using System.Text.Json;
using FsmKit.Http;

namespace HelloSample;

/// <summary>What there is to see.</summary>
public static class Pages
{
    /// <summary>A greeting.</summary>
    public static void Hello(HttpResponse response) => response.Send(200, "text/plain"u8, "Hello, World!"u8);

    /// <summary>The same as a JSON object.</summary>
    public static void Json(HttpResponse response) => response.Send(
        200, "application/json"u8, JsonSerializer.SerializeToUtf8Bytes(new Greeting("Hello, World!"), GreetingContext.Default.Greeting));

    /// <summary>A body whose length nobody knows at its beginning: line by line, each when the one before it is on its way.</summary>
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

    /// <summary>The body that was sent, as what it was sent.</summary>
    public static void Body(HttpRequest request, HttpResponse response)
    {
        var type = request.Headers.TryGet(KnownHeader.ContentType, out var sent) ? sent : "application/octet-stream"u8;
        if (!request.BodyIsInFile)
        {
            response.Send(200, type, request.BodyBytes);
            return;
        }

        // A large body is in a file: piece by piece, as the client takes it.
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

    /// <summary>The fields of the request, as they were sent.</summary>
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

    /// <summary>What can be done with a page: as the answer to that question, or to a method that it does not know.</summary>
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
