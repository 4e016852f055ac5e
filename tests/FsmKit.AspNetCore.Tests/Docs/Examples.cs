using FsmKit.Net;
using Microsoft.AspNetCore.Hosting;

namespace FsmKit.AspNetCore.Tests.Examples;

/// <summary>The examples of docs/aspnetcore.md.</summary>
internal static class Examples
{
    public static WebApplication Hello(string[] args)
    {
        var builder = WebApplication.CreateBuilder(args);
        builder.WebHost.UseFsmKit();

        var app = builder.Build();
        app.MapGet("/", () => "Hello, World!");
        return app;
    }

    public static void Endpoints(WebApplicationBuilder builder, string certificate, string key, string path)
    {
        builder.WebHost.UseFsmKit(options =>
        {
            options.Loops = 2;
            options.ListenLocalhost(0);
            options.ListenAnyIP(0, new TlsOptions { CertFile = certificate, KeyFile = key });
            options.ListenUnixSocket(path);
        });
    }

    public static void OnTheLoop(WebApplicationBuilder builder)
    {
        builder.WebHost.UseFsmKit(options =>
        {
            options.Handlers = ApplicationThread.Loop;
            options.ConfigureServer = server => server.MaxConnections = 10_000;
        });
    }
}
