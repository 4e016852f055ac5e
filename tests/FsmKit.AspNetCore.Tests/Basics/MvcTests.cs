using System.Net;
using System.Text.RegularExpressions;

namespace FsmKit.AspNetCore.Tests;

[Topic("MVC and Razor")]
public partial class MvcTests
{
    private static readonly Action<WebApplicationBuilder> Mvc = static builder => builder.Services.AddControllersWithViews();

    [Fact]
    public Task Controllers_bind_validate_and_filter() => Twin.Compare(
        static app => app.MapControllers(),
        static async talk =>
        {
            talk.Veiled = TraceId();
            Assert.Equal("{\"name\":\"one\",\"count\":1}", (await talk.Get("/mvc/orders/1")).Text);
            Assert.Equal(HttpStatusCode.NotFound, (await talk.Get("/mvc/orders/2")).Status);
            Assert.Equal(HttpStatusCode.Created, (await talk.PostText("/mvc/orders", "{\"name\":\"abc\",\"count\":2}", "application/json")).Status);
            var invalid = await talk.PostText("/mvc/orders", "{\"name\":\"abcdef\",\"count\":0}", "application/json");
            Assert.Equal(HttpStatusCode.BadRequest, invalid.Status);
            Assert.Contains("errors", invalid.Text, StringComparison.Ordinal);
            Assert.Equal(HttpStatusCode.UnsupportedMediaType, (await talk.PostText("/mvc/orders", "<a/>", "application/xml")).Status);
        },
        Mvc);

    [Fact]
    public Task Views() => Twin.Compare(
        static app => app.MapControllers(),
        static async talk => Assert.Contains("&lt;b&gt; is ordered 3 times.", (await talk.Get("/mvc/orders/page")).Text, StringComparison.Ordinal),
        Mvc);

    [Fact]
    public Task Razor_pages_with_a_form_against_forgery() => Twin.Compare(
        static app => app.MapRazorPages(),
        static async talk =>
        {
            talk.Veiled = Token();
            var page = await talk.Get("/greeting/me");
            Assert.Contains("Hello, me!", page.Text, StringComparison.Ordinal);
            var cookie = page["Set-Cookie"]!.Split(';')[0];
            using var form = new FormUrlEncodedContent([new("Text", "So"), new("__RequestVerificationToken", Token().Match(page.Text).Groups[1].Value)]);
            Assert.Contains("So, it says.", (await talk.Post("/greeting", form, ("Cookie", cookie))).Text, StringComparison.Ordinal);
            using var forged = new FormUrlEncodedContent([new("Text", "So")]);
            Assert.Equal(HttpStatusCode.BadRequest, (await talk.Post("/greeting", forged, ("Cookie", cookie))).Status);
        },
        static builder => builder.Services.AddRazorPages());

    [GeneratedRegex("\"traceId\":\"[^\"]+\"")]
    private static partial Regex TraceId();

    [GeneratedRegex("(?<=Verification)Token\" type=\"hidden\" value=\"([^\"]+)\"|(?<=Antiforgery)[^;]*")]
    private static partial Regex Token();
}
