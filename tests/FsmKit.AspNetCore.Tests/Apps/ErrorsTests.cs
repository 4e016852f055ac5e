using System.Buffers;
using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Diagnostics;

namespace FsmKit.AspNetCore.Tests;

[Topic("Errors")]
public partial class ErrorsTests
{
    [Fact]
    public Task Problem_details_and_status_code_pages() => Twin.Compare(
        static app =>
        {
            app.UseExceptionHandler();
            app.UseStatusCodePages();
            app.MapGet("/fails", static string () => throw new InvalidOperationException("on purpose"));
            app.MapGet("/problem", static () => Results.Problem("detail", statusCode: 409, title: "title"));
            app.MapGet("/invalid", static () => Results.ValidationProblem(new Dictionary<string, string[]> { ["name"] = ["is wrong"] }));
        },
        static async talk =>
        {
            talk.Veiled = TraceId();
            var failed = await talk.Get("/fails");
            Assert.Equal((HttpStatusCode.InternalServerError, "application/problem+json"), (failed.Status, failed["Content-Type"]));
            Assert.Contains("\"status\":404", (await talk.Get("/nothing")).Text, StringComparison.Ordinal);
            Assert.Equal(HttpStatusCode.Conflict, (await talk.Get("/problem")).Status);
            await talk.Get("/invalid");
        },
        static builder => builder.Services.AddProblemDetails());

    [Fact]
    public Task An_exception_handler_answers_in_place_of_the_application() => Twin.Compare(
        static app =>
        {
            app.UseExceptionHandler(static branch => branch.Run(static async context =>
            {
                var failure = context.Features.Get<IExceptionHandlerFeature>()!;
                await context.Response.WriteAsync($"{failure.Path}: {failure.Error.Message}");
            }));
            app.MapGet("/fails", static async (HttpContext context) =>
            {
                context.Response.Headers["X-Lost"] = "1";
                context.Response.StatusCode = 202;
                await Task.Yield();
                throw new InvalidOperationException("on purpose");
            });
        },
        static async talk =>
        {
            var failed = await talk.Get("/fails");
            Assert.Equal((HttpStatusCode.InternalServerError, "/fails: on purpose"), (failed.Status, failed.Text));
            Assert.Null(failed["X-Lost"]);
        });

    [Fact]
    public Task Nobody_handles_the_exception() => Twin.Compare(
        static app =>
        {
            app.MapGet("/at-once", static string () => throw new InvalidOperationException("on purpose"));
            app.MapGet("/unsent", static async (HttpContext context) =>
            {
                context.Response.Headers["X-Lost"] = "1";
                context.Response.BodyWriter.Write("lost"u8);
                await Task.Yield();
                throw new InvalidOperationException("on purpose");
            });
            app.MapGet("/bad", static string () => throw new BadHttpRequestException("bad", 418));
        },
        static async talk =>
        {
            Assert.Equal((HttpStatusCode.InternalServerError, ""), await StatusAndText(talk, "/at-once"));
            Assert.Equal((HttpStatusCode.InternalServerError, ""), await StatusAndText(talk, "/unsent"));
            await talk.Get("/bad");
        });

    [Theory, EveryServer]
    public async Task An_exception_behind_the_head_breaks_the_response(ServerKind kind)
    {
        await using var app = await RunningApp.Start(kind, static app => app.MapGet("/", static async (HttpContext context) =>
        {
            await context.Response.WriteAsync("the beginning");
            await context.Response.Body.FlushAsync();
            await Task.Yield();
            throw new InvalidOperationException("on purpose");
        }));
        using var wire = await Wire.Connect(app.Address);
        await wire.Send("GET / HTTP/1.1\nHost: a\n\n");
        var received = await wire.ReceiveAll();
        Assert.DoesNotContain("500", received, StringComparison.Ordinal);
        Assert.DoesNotContain("0\n\n", received, StringComparison.Ordinal);
        Assert.Contains(app.Log.Lines, static line => line.StartsWith("Error: ", StringComparison.Ordinal) && line.Contains("on purpose", StringComparison.Ordinal));
    }

    private static async Task<(HttpStatusCode Status, string Text)> StatusAndText(Talk talk, string path) => await talk.Get(path) is var answer ? (answer.Status, answer.Text) : default;

    [GeneratedRegex("\"traceId\":\"[^\"]+\"")]
    private static partial Regex TraceId();
}
