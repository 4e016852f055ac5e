using Microsoft.AspNetCore.Http.Features;

namespace FsmKit.AspNetCore.Tests;

[Topic("Synchronous input and output")]
public class BlockingTests
{
    [Fact]
    public Task Is_an_error_unless_it_is_allowed() => Twin.Compare(
        static app =>
        {
            app.MapPost("/refused", static (HttpContext context) =>
            {
                var failures = new[]
                {
                    Record.Exception(() => context.Request.Body.ReadByte()),
                    Record.Exception(() => context.Response.Body.Write("x"u8)),
                    Record.Exception(context.Response.Body.Flush),
                };
                return string.Join(' ', failures.Select(static failure => failure?.GetType().Name ?? "none"));
            });
            app.MapPost("/allowed", static async (HttpContext context) =>
            {
                await Task.Run(() =>
                {
                    context.Features.GetRequiredFeature<IHttpBodyControlFeature>().AllowSynchronousIO = true;
                    using var reader = new StreamReader(context.Request.Body);
                    context.Response.Body.Write(System.Text.Encoding.ASCII.GetBytes(reader.ReadToEnd()));
                    context.Response.Body.Flush();
                });
            });
        },
        static async talk =>
        {
            Assert.Equal("InvalidOperationException InvalidOperationException InvalidOperationException", (await talk.PostText("/refused", "x")).Text);
            Assert.Equal(new string('x', 5000), (await talk.PostText("/allowed", new string('x', 5000))).Text);
            Assert.Equal("InvalidOperationException InvalidOperationException InvalidOperationException", (await talk.PostText("/refused", "x")).Text);
        });
}
