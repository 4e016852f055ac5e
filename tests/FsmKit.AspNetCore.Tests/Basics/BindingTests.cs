using System.Net;
using Microsoft.AspNetCore.Mvc;

namespace FsmKit.AspNetCore.Tests;

[Topic("Model binding")]
public class BindingTests
{
    private sealed record Order(string Name, int Count, DateOnly Day);

    private sealed record Wanted([FromRoute] int Id, [FromQuery(Name = "tag")] string[] Tags, [FromHeader(Name = "X-Who")] string? Who);

    [Fact]
    public Task Query_route_and_headers() => Twin.Compare(
        static app => app.MapGet("/of/{id}", static ([AsParameters] Wanted wanted, bool? flag, double size = 1.5) =>
            $"{wanted.Id} {string.Join('+', wanted.Tags)} {wanted.Who} {flag} {size}"),
        static async talk =>
        {
            Assert.Equal("3 a+b c me True 1.5", (await talk.Get("/of/3?tag=a&tag=b%20c&flag=true", ("X-Who", "me"))).Text);
            await talk.Get("/of/3?size=2e3");
            Assert.Equal(HttpStatusCode.BadRequest, (await talk.Get("/of/3?flag=perhaps")).Status);
            await talk.Get("/of/x");
        });

    [Fact]
    public Task Json_bodies() => Twin.Compare(
        static app => app.MapPost("/orders", static (Order order) => TypedResults.Created($"/orders/{order.Count}", order with { Count = order.Count + 1 })),
        static async talk =>
        {
            var made = await talk.PostText("/orders", """{"name":"é","count":1,"day":"2026-02-03"}""", "application/json");
            Assert.Equal(HttpStatusCode.Created, made.Status);
            Assert.Contains("\"count\":2", made.Text, StringComparison.Ordinal);
            Assert.Equal(HttpStatusCode.BadRequest, (await talk.PostText("/orders", "{\"name\":", "application/json")).Status);
            Assert.Equal(HttpStatusCode.UnsupportedMediaType, (await talk.PostText("/orders", "name", "text/plain")).Status);
            Assert.Equal(HttpStatusCode.BadRequest, (await talk.PostText("/orders", "", "application/json")).Status);
            await talk.Post("/orders", null);
        });

    [Fact]
    public Task Forms_and_uploads() => Twin.Compare(
        static app =>
        {
            app.MapPost("/form", static ([FromForm] string name, [FromForm] int[] numbers) => $"{name} {string.Join('+', numbers)}").DisableAntiforgery();
            app.MapPost("/upload", static async (IFormFile first, IFormFileCollection files, HttpContext context) =>
            {
                using var reader = new StreamReader(first.OpenReadStream());
                return $"{files.Count} {first.FileName} {first.ContentType} {first.Length} {await reader.ReadToEndAsync()} {context.Request.Form["note"]}";
            }).DisableAntiforgery();
        },
        static async talk =>
        {
            using var form = new FormUrlEncodedContent([new("name", "a b&c=é"), new("numbers", "1"), new("numbers", "2")]);
            Assert.Equal("a b&c=é 1+2", (await talk.Post("/form", form)).Text);
            using var parts = new MultipartFormDataContent("boundary");
            using var text = new StringContent("the text");
            using var large = new ByteArrayContent(new byte[200_000]);
            using var note = new StringContent("noted");
            parts.Add(text, "first", "first.txt");
            parts.Add(large, "second", "second.bin");
            parts.Add(note, "note");
            Assert.StartsWith("2 first.txt text/plain; charset=utf-8 8 the text noted", (await talk.Post("/upload", parts)).Text, StringComparison.Ordinal);
            Assert.Equal(HttpStatusCode.UnsupportedMediaType, (await talk.PostText("/form", "name=a")).Status);
        });
}
