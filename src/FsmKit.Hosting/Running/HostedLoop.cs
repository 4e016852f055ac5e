using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace FsmKit.Hosting;

/// <summary>A loop of the host: starts it, watches it, restarts it after a crash, stops it.</summary>
[SuppressMessage("Design", "CA1001:Types that own disposable fields should be disposable", Justification = "StopAsync ends what has to be ended.")]
internal sealed partial class HostedLoop : IFsmKitLoop
{
    // Even when the host's time is over, a loop that can end gets this long.
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(1);

    private readonly LoopBuilder _plan;
    private readonly IServiceProvider _services;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly LoopSettings _settings;

    // Never disposed, as late callers may ask whether it is cancelled; without a timer it holds nothing.
    private readonly CancellationTokenSource _stop = new();
    private volatile LoopRun? _run;
    private volatile LoopStatus _status;
    private Task _watch = Task.CompletedTask;

    public HostedLoop(LoopBuilder plan, IServiceProvider services)
    {
        (_plan, _services) = (plan, services);
        _time = services.GetService<TimeProvider>() ?? TimeProvider.System;
        _logger = services.GetRequiredService<ILoggerFactory>().CreateLogger("FsmKit.Hosting");
        _settings = new LoopSettings(plan, services, _logger);
    }

    public string Name => _plan.Name;

    public LoopStatus Status => _status;

    public int Restarts { get; private set; }

    public Exception? LastCrash { get; private set; }

    public GAplic? Gaplic => _run is { Gone.IsCancellationRequested: false } run ? run.Gaplic : null;

    internal LoopRun? Run => _run;

    /// <summary>Starts the loop, and returns when its gobjs have been created.</summary>
    public async Task StartAsync(CancellationToken cancellation)
    {
        _status = LoopStatus.Starting;
        var run = Begin();
        try
        {
            await run.Started.WaitAsync(cancellation).ConfigureAwait(false);
            cancellation.ThrowIfCancellationRequested();
        }
        catch
        {
            await StopAsync(new CancellationToken(canceled: true)).ConfigureAwait(false);
            throw;
        }

        _status = LoopStatus.Running;
        HostingLog.Started(_logger, Name);
        _watch = WatchAsync(run);
    }

    /// <summary>Stops the loop, and returns when its thread has ended.</summary>
    /// <param name="cancellation">Cancelled when the host's time is over. A loop that is stuck in an action then stays behind.</param>
    public async Task StopAsync(CancellationToken cancellation)
    {
        _settings.Dispose();
        await _stop.CancelAsync().ConfigureAwait(false);
        var ended = Task.WhenAll(_watch, _run?.Ended ?? Task.CompletedTask);
        await Task.WhenAny(ended, Task.Delay(Timeout.Infinite, cancellation)).ConfigureAwait(false);
        await Task.WhenAny(ended, Task.Delay(Grace, CancellationToken.None)).ConfigureAwait(false);
        if (!ended.IsCompleted)
        {
            HostingLog.NotStopped(_logger, Name);
        }
        else if (_status != LoopStatus.Crashed)
        {
            _status = LoopStatus.Stopped;
        }
    }

    private LoopRun Begin()
    {
        var run = new LoopRun(_plan, _services, _settings);
        _run = run;
        run.Start(_stop.Token);
        return run;
    }

    private async Task WatchAsync(LoopRun run)
    {
        try
        {
            await RestartAfterCrashesAsync(run).ConfigureAwait(false);
        }
        catch (Exception x)
        {
            // The options of a new life come from the application's code.
            EndHost(x);
        }
    }

    /// <summary>Waits for the end of the loop, and begins a new life after a crash, until the loop or the host has ended.</summary>
    private async Task RestartAfterCrashesAsync(LoopRun run)
    {
        var crashes = 0;
        while (true)
        {
            var began = _time.GetTimestamp();
            var crash = await run.Ended.ConfigureAwait(false);
            if (_stop.IsCancellationRequested)
            {
                return;
            }

            if (crash is null || _plan.OnCrash == CrashAction.StopHost || _status == LoopStatus.Draining)
            {
                EndHost(crash);
                return;
            }

            LastCrash = crash;
            _status = LoopStatus.Restarting;
            crashes = _time.GetElapsedTime(began) >= _plan.MaxRestartDelay ? 0 : crashes;
            var pause = Pause(crashes++);
            HostingLog.Restarting(_logger, Name, pause, crash);
            if (await RestartAsync(pause).ConfigureAwait(false) is not { } next)
            {
                return;
            }

            run = next;
        }
    }

    private void EndHost(Exception? crash)
    {
        if (crash is null)
        {
            _status = LoopStatus.Stopped;
            HostingLog.EndedItself(_logger, Name);
        }
        else
        {
            LastCrash = crash;
            _status = LoopStatus.Crashed;
            HostingLog.Crashed(_logger, Name, crash);
        }

        _services.GetRequiredService<IHostApplicationLifetime>().StopApplication();
    }

    private TimeSpan Pause(int crashes) =>
        TimeSpan.FromTicks((long)Math.Min(_plan.RestartDelay.Ticks * Math.Pow(2, crashes), _plan.MaxRestartDelay.Ticks));

    /// <summary>Begins a new life after the pause; null when the host stops. The creation of a gobj that fails is the next crash.</summary>
    private async Task<LoopRun?> RestartAsync(TimeSpan pause)
    {
        try
        {
            await Task.Delay(pause, _time, _stop.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            return null;
        }

        Restarts++;
        var run = Begin();
        await run.Started.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (run.Started.IsCompletedSuccessfully)
        {
            _status = LoopStatus.Running;
            HostingLog.Restarted(_logger, Name, Restarts);
        }

        return run;
    }
}
