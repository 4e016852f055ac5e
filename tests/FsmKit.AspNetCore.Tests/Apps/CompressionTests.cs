using System.IO.Compression;
using System.Net.Http.Headers;
using System.Text;

namespace FsmKit.AspNetCore.Tests;

[Topic("Compression")]
public class CompressionTests
{
    private static readonly string Long = string.Concat(Enumerable.Repeat("a long text, ", 10_000));

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    [InlineData("identity")]
    public Task Responses(string coding) => Twin.Compare(
        static app =>
        {
            app.UseResponseCompression();
            app.MapGet("/", static () => Long);
        },
        async talk =>
        {
            var answer = await talk.Get("/", ("Accept-Encoding", coding));
            Assert.Equal(coding == "identity" ? null : coding, answer["Content-Encoding"]);
            Assert.Equal(Long, Unpack(answer.Body, coding));
        },
        static builder => builder.Services.AddResponseCompression());

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    public Task Requests(string coding) => Twin.Compare(
        static app =>
        {
            app.UseRequestDecompression();
            app.MapPost("/", static async (HttpRequest request) =>
            {
                using var reader = new StreamReader(request.Body);
                return $"{(await reader.ReadToEndAsync()).Length} {request.Headers.ContentEncoding} {request.ContentLength}";
            });
        },
        async talk =>
        {
            using var body = new ByteArrayContent(Pack(Long, coding));
            body.Headers.ContentEncoding.Add(coding);
            body.Headers.ContentType = new MediaTypeHeaderValue("text/plain");
            Assert.StartsWith($"{Long.Length} ", (await talk.Post("/", body)).Text, StringComparison.Ordinal);
            using var unknown = new ByteArrayContent([1, 2, 3]);
            unknown.Headers.ContentEncoding.Add("other");
            await talk.Post("/", unknown);
        },
        static builder => builder.Services.AddRequestDecompression());

    private static byte[] Pack(string text, string coding)
    {
        var output = new MemoryStream();
        using (Stream packing = coding == "gzip" ? new GZipStream(output, CompressionMode.Compress) : new BrotliStream(output, CompressionMode.Compress))
        {
            packing.Write(Encoding.UTF8.GetBytes(text));
        }

        return output.ToArray();
    }

    private static string Unpack(byte[] body, string coding)
    {
        Stream input = new MemoryStream(body);
        input = coding switch
        {
            "gzip" => new GZipStream(input, CompressionMode.Decompress),
            "br" => new BrotliStream(input, CompressionMode.Decompress),
            _ => input,
        };
        using var reader = new StreamReader(input);
        return reader.ReadToEnd();
    }
}
