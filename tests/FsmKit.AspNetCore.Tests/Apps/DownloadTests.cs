using System.Net;

namespace FsmKit.AspNetCore.Tests;

[Topic("Downloads")]
public sealed class DownloadTests : IDisposable
{
    private const int Size = 5_000_000;
    private readonly string _path = Path.GetTempFileName();

    public DownloadTests()
    {
        var bytes = new byte[Size];
        new Random(1).NextBytes(bytes);
        File.WriteAllBytes(_path, bytes);
        File.SetLastWriteTimeUtc(_path, new DateTime(2026, 1, 2, 3, 4, 5, DateTimeKind.Utc));
    }

    public void Dispose() => File.Delete(_path);

    [Fact]
    public Task Files_streams_and_bytes_as_results() => Twin.Compare(
        app =>
        {
            app.MapGet("/file", () => Results.File(_path, "application/x-data", "data é.bin", enableRangeProcessing: true));
            app.MapGet("/stream", () => Results.Stream(File.OpenRead(_path), "application/x-data", enableRangeProcessing: true));
            app.MapGet("/bytes", () => Results.Bytes(File.ReadAllBytes(_path).AsMemory(0, 70_000), "application/x-data"));
            app.MapGet("/push", () => Results.Stream(static async output => await output.WriteAsync(new byte[300_000]), "application/x-data"));
        },
        static async talk =>
        {
            Assert.Equal(Size, (await talk.Get("/file")).Body.Length);
            Assert.Equal(HttpStatusCode.PartialContent, (await talk.Get("/file", ("Range", "bytes=1000000-3999999"))).Status);
            Assert.Equal(Size, (await talk.Get("/stream")).Body.Length);
            Assert.Equal(10, (await talk.Get("/stream", ("Range", "bytes=-10"))).Body.Length);
            Assert.Equal(70_000, (await talk.Get("/bytes")).Body.Length);
            Assert.Equal(300_000, (await talk.Get("/push")).Body.Length);
        });

    [Fact]
    public Task SendFile_of_a_part_between_other_writes() => Twin.Compare(
        app => app.MapGet("/", async (HttpContext context) =>
        {
            await context.Response.WriteAsync("before ");
            await context.Response.SendFileAsync(_path, 1_000_000, 2_000_000);
            await context.Response.WriteAsync(" after");
        }),
        static async talk => Assert.Equal(2_000_013, (await talk.Get("/")).Body.Length));
}
