using System.Net;
using Microsoft.AspNetCore.Routing;

namespace FsmKit.AspNetCore.Tests;

[Topic("Routing")]
public class RoutingTests
{
    [Fact]
    public Task Constraints_optional_parameters_and_catch_all() => Twin.Compare(
        static app =>
        {
            app.MapGet("/items/{id:int:min(1)}", static (int id) => $"item {id}");
            app.MapGet("/guids/{id:guid}", static (Guid id) => $"guid {id}");
            app.MapGet("/words/{word:regex(^[a-z]+$)}/{form?}", static (string word, string? form) => $"{word} {form ?? "-"}");
            app.MapGet("/files/{**path}", static (string path, HttpContext context) => $"{path} {context.Request.Path.Value} {context.Request.QueryString}");
        },
        static async talk =>
        {
            Assert.Equal("item 7", (await talk.Get("/items/7")).Text);
            Assert.Equal(HttpStatusCode.NotFound, (await talk.Get("/items/0")).Status);
            await talk.Get("/items/seven");
            await talk.Get("/guids/0f8fad5b-d9cb-469f-a165-70867728950e");
            await talk.Get("/words/day");
            await talk.Get("/words/day/days");
            Assert.Equal(HttpStatusCode.NotFound, (await talk.Get("/words/day7")).Status);
            Assert.Equal("a/b c/ü%2F /files/a/b c/ü%2F ?x=%20+1&x=2", (await talk.Get("/files/a/b%20c/%C3%BC%2F?x=%20+1&x=2")).Text);
            await talk.Get("/files");
        });

    [Fact]
    public Task Methods_groups_filters_and_links() => Twin.Compare(
        static app =>
        {
            var group = app.MapGroup("/shop/{shop}").AddEndpointFilter(static async (context, next) => $"[{await next(context)}]");
            group.MapGet("/", static (string shop, LinkGenerator links, HttpContext context) => links.GetUriByName(context, "order", new { shop, id = 5 }) ?? "none");
            group.MapPut("/orders/{id}", static (string shop, int id) => $"{shop} {id}").WithName("order");
            group.MapDelete("/orders/{id}", static (string shop, int id) => Results.NoContent());
            app.MapMethods("/any", ["PROPFIND", "GET"], static (HttpContext context) => context.Request.Method);
            app.MapFallback(static (HttpContext context) => Results.Text($"fallback {context.Request.Path}", statusCode: 418));
        },
        static async talk =>
        {
            Assert.Equal($"[http://{talk.App.Address.Authority}/shop/a/orders/5]", (await talk.Get("/shop/a/")).Text);
            Assert.Equal("[a 5]", (await talk.Send(HttpMethod.Put, "/shop/a/orders/5", null)).Text);
            await talk.Send(HttpMethod.Delete, "/shop/a/orders/5", null);
            Assert.Equal("PROPFIND", (await talk.Send(new HttpMethod("PROPFIND"), "/any", null)).Text);
            Assert.Equal("fallback /nothing", (await talk.Get("/nothing")).Text);
        });

    [Fact]
    public Task Methods_that_a_path_does_not_have() => Twin.Compare(
        static app => app.MapMethods("/only", ["GET", "PUT"], static () => "got"),
        static async talk =>
        {
            var refused = await talk.Post("/only", null);
            Assert.Equal(HttpStatusCode.MethodNotAllowed, refused.Status);
            Assert.Contains("Allow: PUT", refused.Headers);
            Assert.Equal(HttpStatusCode.MethodNotAllowed, (await talk.Send(HttpMethod.Options, "/only", null)).Status);
        });

    [Fact]
    public Task Branches_path_bases_and_rewriting() => Twin.Compare(
        static app =>
        {
            app.UsePathBase("/base");
            app.UseRouting();
            app.Map("/branch", static branch => branch.Run(static context => context.Response.WriteAsync($"{context.Request.PathBase} {context.Request.Path}")));
            app.MapWhen(static context => context.Request.Query.ContainsKey("q"), static branch => branch.Run(static context => context.Response.WriteAsync("when")));
            app.Use(static async (context, next) =>
            {
                context.Response.Headers.Append("X-Seen", "before");
                await next(context);
            });
            app.MapGet("/here", static (HttpContext context) => $"{context.Request.PathBase}|{context.Request.Path}|{context.Request.Host}|{context.Request.Scheme}|{context.Request.Protocol}");
        },
        static async talk =>
        {
            Assert.Equal("/base/branch /a/b", (await talk.Get("/base/branch/a/b")).Text);
            Assert.Equal("when", (await talk.Get("/x?q")).Text);
            await talk.Get("/here");
            await talk.Get("/base/here", ("Host", "shop.example:81"));
        });
}
