using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.Extensions.Logging;

namespace FsmKit.AspNetCore.Tests;

/// <summary>An application that runs on one of the servers, on a free port of 127.0.0.1.</summary>
internal sealed class RunningApp : IAsyncDisposable
{
    private readonly HttpClient _client;

    private RunningApp(WebApplication app, LogLines log)
    {
        (App, Log) = (app, log);
        Address = new Uri(app.Urls.First());
        _client = new HttpClient(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false, ActivityHeadersPropagator = null }) { BaseAddress = Address };
    }

    public WebApplication App { get; }

    public Uri Address { get; }

    /// <summary>Log of the application, of hosting and of the server, from Information on.</summary>
    public LogLines Log { get; }

    /// <summary>A client without cookies and redirections.</summary>
    public HttpClient Client => _client;

    /// <summary>Creates a builder whose application will run on the server. The server has no address yet.</summary>
    public static WebApplicationBuilder Builder(ServerKind kind, LogLines log, Action<FsmKitServerOptions>? options = null, params string[] args)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            Args = ["--hostBuilder:reloadConfigOnChange=false", .. args],
            ContentRootPath = AppContext.BaseDirectory,
            EnvironmentName = "Production",
        });
        builder.Logging.ClearProviders().AddProvider(new LogLinesProvider(log)).SetMinimumLevel(LogLevel.Information);
        if (kind != ServerKind.Kestrel)
        {
            builder.WebHost.UseFsmKit(o =>
            {
                o.Handlers = kind == ServerKind.Loop ? ApplicationThread.Loop : ApplicationThread.ThreadPool;
                options?.Invoke(o);
            });
        }

        return builder;
    }

    public static async Task<RunningApp> Start(
        ServerKind kind, Action<WebApplication> map, Action<WebApplicationBuilder>? build = null, Action<FsmKitServerOptions>? options = null)
    {
        var log = new LogLines(LogLevel.Information);
        var builder = Builder(kind, log, options);
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        build?.Invoke(builder);
        var app = builder.Build();
        Assert.Equal(kind == ServerKind.Kestrel, app.Services.GetRequiredService<IServer>() is not FsmKitServer);
        map(app);
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new RunningApp(app, log);
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await App.DisposeAsync();
    }
}
