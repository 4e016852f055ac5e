using System.Net;
using Microsoft.Extensions.FileProviders;

namespace FsmKit.AspNetCore.Tests;

[Topic("Static files")]
public sealed class StaticFilesTests : IDisposable
{
    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("fsmkit-files-");

    public StaticFilesTests()
    {
        Write("page.html", "<p>0123456789</p>");
        Write("index.html", "the index");
        Write("data.unknown", "?");
        Directory.CreateDirectory(Path.Combine(_root.FullName, "sub"));
        Write("sub/größe 1.txt", "sub");
        Write("empty.txt", "");
    }

    public void Dispose() => _root.Delete(recursive: true);

    [Fact]
    public Task Whole_files_heads_and_types() => Compare(static async talk =>
    {
        Assert.Equal("<p>0123456789</p>", (await talk.Get("/page.html")).Text);
        var head = await talk.Head("/page.html");
        Assert.Equal((17, 0), (head.Length, head.Body.Length));
        Assert.Equal("the index", (await talk.Get("/")).Text);
        Assert.Equal("sub", (await talk.Get("/sub/gr%C3%B6%C3%9Fe%201.txt")).Text);
        Assert.Equal("", (await talk.Get("/empty.txt")).Text);
        Assert.Equal(HttpStatusCode.NotFound, (await talk.Get("/data.unknown")).Status);
        await talk.Get("/%2e%2e/secret");
        await talk.Post("/page.html", null);
        Assert.Contains("page.html", (await talk.Get("/list/")).Text, StringComparison.Ordinal);
    });

    [Fact]
    public Task Ranges() => Compare(static async talk =>
    {
        var part = await talk.Get("/page.html", ("Range", "bytes=3-6"));
        Assert.Equal((HttpStatusCode.PartialContent, "0123", "bytes 3-6/17"), (part.Status, part.Text, part["Content-Range"]));
        Assert.Equal("</p>", (await talk.Get("/page.html", ("Range", "bytes=-4"))).Text);
        Assert.Equal(HttpStatusCode.RequestedRangeNotSatisfiable, (await talk.Get("/page.html", ("Range", "bytes=99-"))).Status);
        await talk.Get("/page.html", ("Range", "bytes=0-1,4-5"));
        await talk.Get("/page.html", ("Range", "lines=1-2"));
        await talk.Head("/page.html", ("Range", "bytes=3-6"));
        Assert.Equal(HttpStatusCode.PartialContent, (await talk.Get("/page.html", ("Range", "bytes=0-1"), ("If-Range", part["ETag"]!))).Status);
        Assert.Equal(HttpStatusCode.OK, (await talk.Get("/page.html", ("Range", "bytes=0-1"), ("If-Range", "\"other\""))).Status);
    });

    [Fact]
    public Task Validators() => Compare(static async talk =>
    {
        var file = await talk.Get("/page.html");
        var same = await talk.Get("/page.html", ("If-None-Match", file["ETag"]!));
        Assert.Equal((HttpStatusCode.NotModified, ""), (same.Status, same.Text));
        Assert.Equal(HttpStatusCode.NotModified, (await talk.Get("/page.html", ("If-Modified-Since", file["Last-Modified"]!))).Status);
        Assert.Equal(HttpStatusCode.OK, (await talk.Get("/page.html", ("If-None-Match", "\"other\""))).Status);
        Assert.Equal(HttpStatusCode.PreconditionFailed, (await talk.Get("/page.html", ("If-Match", "\"other\""))).Status);
        Assert.Equal(HttpStatusCode.NotModified, (await talk.Head("/page.html", ("If-None-Match", file["ETag"]!))).Status);
    });

    private void Write(string name, string text)
    {
        var path = Path.Combine(_root.FullName, name);
        File.WriteAllText(path, text);
        File.SetLastWriteTimeUtc(path, new DateTime(2026, 1, 2, 3, 4, 5, DateTimeKind.Utc));
    }

    private Task Compare(Func<Talk, Task> talk) => Twin.Compare(
        app =>
        {
            var files = new PhysicalFileProvider(_root.FullName);
            app.UseDefaultFiles(new DefaultFilesOptions { FileProvider = files });
            app.UseStaticFiles(new StaticFileOptions { FileProvider = files, OnPrepareResponse = static file => file.Context.Response.Headers.CacheControl = "max-age=60" });
            app.UseDirectoryBrowser(new DirectoryBrowserOptions { FileProvider = files, RequestPath = "/list" });
        },
        talk,
        static builder => builder.Services.AddDirectoryBrowser());
}
