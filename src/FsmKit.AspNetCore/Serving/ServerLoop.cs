using System.Net;
using FsmKit.Http;

namespace FsmKit.AspNetCore;

/// <summary>One loop of the server, with its thread.</summary>
internal sealed class ServerLoop : IDisposable
{
    /// <summary>Longest time in milliseconds that aborted requests get to end, as in Kestrel.</summary>
    private const int AfterAbort = 1000;

    private readonly GAplic _gaplic;
    private readonly GAspNetServer _server;
    private readonly TaskCompletionSource _stopped = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Thread? _thread;

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

    public void Start()
    {
        _thread = new Thread(Run) { Name = _gaplic.Name, IsBackground = true };
        _thread.Start();
    }

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

    /// <summary>Drops all connections and waits for the end of the thread, unless that is the calling one.</summary>
    public void Dispose()
    {
        _gaplic.Stop();
        if (_thread is null)
        {
            _gaplic.Dispose();
        }
        else if (!_gaplic.IsLoopThread)
        {
            _thread.Join();
        }
    }

    private void Run()
    {
        try
        {
            _gaplic.Run();

            // The aborted requests end while their code can still go on in the loop.
            _server.DropAll();
            var deadline = Environment.TickCount64 + AfterAbort;
            while (_server.Pool.RentedCount > 0 && deadline - Environment.TickCount64 is > 0 and var rest)
            {
                _gaplic.RunOnce(TimeSpan.FromMilliseconds(rest));
            }

            _gaplic.Dispose();
            _ended.TrySetResult();
        }
        catch (Exception x)
        {
            _ended.TrySetException(x);
        }
    }
}
