using System.Globalization;

namespace FsmKit.Http.Tests;

/// <summary>Common parts of the tests of streamed bodies.</summary>
internal static class Bodies
{
    public const string Post = "POST / HTTP/1.1\r\nHost: h\r\n";
    public const string Chunked = Post + "Transfer-Encoding: chunked\r\n\r\n";

    public static Task Ignore(HttpRequest request, HttpResponse response)
    {
        response.Send("ok"u8);
        return Task.CompletedTask;
    }

    public static string Chunk(string data) => $"{data.Length.ToString("x", CultureInfo.InvariantCulture)}\r\n{data}\r\n";

    public static Task<byte[]> ReadAll(HttpRequest request) => ReadAll(request.OpenBody());

    public static async Task<byte[]> ReadAll(Stream body)
    {
        using var all = new MemoryStream();
        await body.CopyToAsync(all);
        return all.ToArray();
    }

    public static byte[] Random(int size)
    {
        var bytes = new byte[size];
        new Random(7).NextBytes(bytes);
        return bytes;
    }

    public static string Digest(ReadOnlySpan<byte> bytes) => Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(bytes));
}
