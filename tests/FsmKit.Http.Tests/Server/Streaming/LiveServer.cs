using Xunit;

namespace FsmKit.Http.Tests;

/// <summary>A server on a port of the system, whose loop runs in a thread of its own.</summary>
internal sealed class LiveServer : IDisposable
{
    private readonly LogLines _log = new();
    private readonly GAplic _app;
    private readonly Thread _thread;

    public LiveServer(Action<GHttpServer> configure)
    {
        _app = new GAplic("live", new GAplicOptions { Logger = _log });
        Server = _app.Create<GHttpServer>("http", server =>
        {
            server.Host = "127.0.0.1";
            configure(server);
        });
        _thread = new Thread(() => _app.Run());
        _thread.Start();
        Address = new Uri($"http://{Server.Sockname}/");
    }

    public GHttpServer Server { get; }

    public Uri Address { get; }

    public void Dispose()
    {
        _app.Stop();
        Assert.True(_thread.Join(TimeSpan.FromSeconds(30)));
        _app.Dispose();
        Assert.DoesNotContain(_log, static line => line.StartsWith("Error", StringComparison.Ordinal));
    }
}
