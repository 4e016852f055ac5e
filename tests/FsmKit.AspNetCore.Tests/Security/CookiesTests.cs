using System.Net;
using System.Security.Claims;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace FsmKit.AspNetCore.Tests;

[Topic("Cookies, sessions and cross-origin requests")]
public partial class CookiesTests
{
    [Fact]
    public Task Authentication_and_authorization() => Twin.Compare(
        static app =>
        {
            app.MapGet("/login", static (HttpContext context) =>
                context.SignInAsync(new ClaimsPrincipal(new ClaimsIdentity([new(ClaimTypes.Name, "me"), new(ClaimTypes.Role, "user")], "test"))));
            app.MapGet("/logout", static (HttpContext context) => context.SignOutAsync());
            app.MapGet("/private", static (ClaimsPrincipal user) => $"of {user.Identity!.Name}").RequireAuthorization();
            app.MapGet("/admin", static () => "admin").RequireAuthorization(static policy => policy.RequireRole("admin"));
        },
        static async talk =>
        {
            talk.Veiled = CookieValue();
            var sent = await talk.Get("/private");
            Assert.Equal(HttpStatusCode.Redirect, sent.Status);
            Assert.Contains("ReturnUrl=%2Fprivate", sent["Location"], StringComparison.Ordinal);
            var cookie = ("Cookie", (await talk.Get("/login"))["Set-Cookie"]!.Split(';')[0]);
            Assert.Equal("of me", (await talk.Get("/private", cookie)).Text);
            Assert.Contains("AccessDenied", (await talk.Get("/admin", cookie))["Location"], StringComparison.Ordinal);
            await talk.Get("/logout", cookie);
        },
        static builder =>
        {
            builder.Services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie();
            builder.Services.AddAuthorization();
        });

    [Fact]
    public Task Antiforgery() => Twin.Compare(
        static app =>
        {
            app.UseAntiforgery();
            app.MapGet("/token", static (IAntiforgery antiforgery, HttpContext context) => antiforgery.GetAndStoreTokens(context).RequestToken);
            app.MapPost("/form", static ([Microsoft.AspNetCore.Mvc.FromForm] string name) => name);
        },
        static async talk =>
        {
            talk.Veiled = CookieValue();
            var token = await talk.Get("/token");
            talk.Said.RemoveAt(0);
            talk.Lengths.RemoveAt(0);
            var cookie = ("Cookie", token["Set-Cookie"]!.Split(';')[0]);
            using var form = new FormUrlEncodedContent([new("name", "me"), new("__RequestVerificationToken", token.Text)]);
            Assert.Equal("me", (await talk.Post("/form", form, cookie)).Text);
            using var forged = new FormUrlEncodedContent([new("name", "me")]);
            Assert.Equal(HttpStatusCode.BadRequest, (await talk.Post("/form", forged, cookie)).Status);
        },
        static builder => builder.Services.AddAntiforgery());

    [Fact]
    public Task Sessions() => Twin.Compare(
        static app =>
        {
            app.UseSession();
            app.MapGet("/", static (HttpContext context) =>
            {
                var count = (context.Session.GetInt32("count") ?? 0) + 1;
                context.Session.SetInt32("count", count);
                return $"visit {count}";
            });
        },
        static async talk =>
        {
            talk.Veiled = CookieValue();
            var first = await talk.Get("/");
            Assert.Equal("visit 1", first.Text);
            Assert.Equal("visit 2", (await talk.Get("/", ("Cookie", first["Set-Cookie"]!.Split(';')[0]))).Text);
        },
        static builder => builder.Services.AddDistributedMemoryCache().AddSession());

    [Fact]
    public Task Several_cookies_each_way() => Twin.Compare(
        static app => app.MapGet("/", static (HttpContext context) =>
        {
            context.Response.Cookies.Append("a", "1 ü;", new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Strict, Path = "/x" });
            context.Response.Cookies.Delete("b");
            return string.Join('|', context.Request.Cookies.Select(static cookie => $"{cookie.Key}={cookie.Value}"));
        }),
        static async talk => Assert.Equal("c=3|d=4 5", (await talk.Get("/", ("Cookie", "c=3; d=4%205"))).Text));

    [Fact]
    public Task Cross_origin_requests() => Twin.Compare(
        static app =>
        {
            app.UseCors();
            app.MapPut("/", static () => "put").RequireCors("shop");
        },
        static async talk =>
        {
            var preflight = await talk.Send(HttpMethod.Options, "/", null, ("Origin", "https://shop.example"), ("Access-Control-Request-Method", "PUT"));
            Assert.Equal((HttpStatusCode.NoContent, "https://shop.example"), (preflight.Status, preflight["Access-Control-Allow-Origin"]));
            await talk.Send(HttpMethod.Put, "/", null, ("Origin", "https://shop.example"));
            Assert.Null((await talk.Send(HttpMethod.Put, "/", null, ("Origin", "https://other.example")))["Access-Control-Allow-Origin"]);
        },
        static builder => builder.Services.AddCors(static cors =>
            cors.AddPolicy("shop", static policy => policy.WithOrigins("https://shop.example").AllowAnyMethod().WithExposedHeaders("X-Seen").AllowCredentials())));

    [GeneratedRegex("(?<=(Set-Cookie: [^=]+=))[^;]+")]
    private static partial Regex CookieValue();
}
