using Microsoft.AspNetCore.Http.Features;

namespace FsmKit.AspNetCore.Tests;

[Topic("Trailers")]
public class TrailersTests
{
    /// <summary>Kestrel sends no trailers over HTTP/1.1.</summary>
    [Theory]
    [InlineData(ServerKind.Pool)]
    [InlineData(ServerKind.Loop)]
    public async Task Of_a_response(ServerKind kind)
    {
        await using var app = await RunningApp.Start(kind, static app => app.MapGet("/", static async (HttpContext context) =>
        {
            Assert.True(context.Response.SupportsTrailers());
            context.Response.DeclareTrailer("X-Sum");
            await context.Response.WriteAsync("body");
            await context.Response.Body.FlushAsync();
            context.Response.AppendTrailer("X-Sum", "4");
            context.Response.AppendTrailer("X-Other", "5");
        }));
        var answer = await new Talk(kind, app).Get("/");
        Assert.Equal("body", answer.Text);
        Assert.Equal(["X-Other: 5", "X-Sum: 4"], answer.Trailers);
    }

    [Theory, EveryServer]
    public async Task Of_a_request(ServerKind kind)
    {
        await using var app = await RunningApp.Start(kind, static app => app.MapPost("/", static async (HttpContext context) =>
        {
            using var reader = new StreamReader(context.Request.Body);
            var trailers = context.Features.GetRequiredFeature<IHttpRequestTrailersFeature>();
            var text = await reader.ReadToEndAsync();
            return $"{text} {trailers.Available} {context.Request.GetTrailer("X-Sum")} {context.Request.SupportsTrailers()}";
        }));
        using var wire = await Wire.Connect(app.Address);
        await wire.Send("POST / HTTP/1.1\nHost: a\nTransfer-Encoding: chunked\nTrailer: X-Sum\nConnection: close\n\n4\nbody\n0\nX-Sum: 4\n\n");
        Assert.Contains("body True 4 True", await wire.ReceiveAll(), StringComparison.Ordinal);
    }
}
