using System.Net;
using FsmKit.Http;

namespace FsmKit.AspNetCore;

/// <summary>One loop of the server, with its thread.</summary>
internal sealed class ServerLoop : IDisposable
{
    private readonly GAplic _gaplic;
    private readonly GAspNetServer _server;
    private readonly TaskCompletionSource _stopped = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Creates the loop and listens. Nothing is served before <see cref="Start"/>.</summary>
    /// <exception cref="GObjException">An endpoint cannot listen.</exception>
    public ServerLoop(string name, GAplicOptions options, ExchangePool pool, IReadOnlyList<FsmKitEndpoint> endpoints)
    {
        _gaplic = new GAplic(name, options);
        try
        {
            _server = _gaplic.Create<GAspNetServer>("server", server =>
            {
                server.Pool = pool;
                server.Endpoints = endpoints;
                server.WhenStopped = () => _stopped.TrySetResult();
            });
        }
        catch
        {
            _gaplic.Dispose();
            throw;
        }
    }

    /// <summary>Completes when the thread of the loop has ended, with the exception of a crash.</summary>
    public Task Ended => _ended.Task;

    /// <summary>The ports in use, in the order of the endpoints; 0 for Unix sockets.</summary>
    public IReadOnlyList<int> Ports => [.. _server.Servers.Select(static server => server.Sockname is IPEndPoint address ? address.Port : 0)];

    public void Start() => new Thread(Run) { Name = _gaplic.Name, IsBackground = true }.Start();

    /// <summary>Completes requests that have begun; when the token is cancelled, drops the connections that are left.</summary>
    public async Task StopAsync(CancellationToken cancellation)
    {
        _gaplic.PostCallback(() => _server.Send(new EvStopServing()));
        try
        {
            await Task.WhenAny(_stopped.Task, _ended.Task).WaitAsync(cancellation).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            // The loop ends with its connections.
        }

        _gaplic.Stop();
        await _ended.Task.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    public void Dispose()
    {
        _gaplic.Stop();
        _gaplic.Dispose();
    }

    private void Run()
    {
        try
        {
            _gaplic.Run();
            _ended.TrySetResult();
        }
        catch (Exception x)
        {
            _ended.TrySetException(x);
        }
    }
}
