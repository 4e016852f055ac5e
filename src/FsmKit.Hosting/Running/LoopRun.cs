using System.Diagnostics.CodeAnalysis;

namespace FsmKit.Hosting;

/// <summary>One life of a hosted loop: from the start of its thread to the end of it. A restart makes a new one.</summary>
[SuppressMessage("Design", "CA1001:Types that own disposable fields should be disposable", Justification = "Late callers may ask whether it is cancelled; without a timer it holds nothing.")]
internal sealed class LoopRun
{
    private readonly LoopBuilder _plan;
    private readonly IServiceProvider _services;
    private readonly LoopSettings _settings;
    private readonly TaskCompletionSource _started = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<Exception?> _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly CancellationTokenSource _gone = new();
    private readonly List<string> _rejected = [];
    private Exception? _crash;
    private volatile bool _isStarting = true;
    private volatile IReadOnlyList<RootGObj> _roots = [];

    public LoopRun(LoopBuilder plan, IServiceProvider services, LoopSettings settings)
    {
        (_plan, _services, _settings) = (plan, services, settings);
        var options = LoopOptions.Of(plan, services, settings);
        options.Faulted += Fault;
        options.SettingRejected += Reject;
        PostCapacity = options.PostCapacity;
        Gaplic = new GAplic(plan.Name, options);
    }

    public GAplic Gaplic { get; }

    public int PostCapacity { get; }

    /// <summary>Ends when all root gobjs have been created; fails when one cannot be.</summary>
    public Task Started => _started.Task;

    /// <summary>Ends with the thread; the result is the exception of a crash, or null.</summary>
    public Task<Exception?> Ended => _ended.Task;

    /// <summary>Cancelled when the loop does nothing any more.</summary>
    public CancellationToken Gone => _gone.Token;

    /// <summary>The root gobjs, in the order of their creation.</summary>
    public IReadOnlyList<RootGObj> Roots => _roots;

    /// <summary>Starts the thread of the loop.</summary>
    /// <param name="stop">Cancelled when the host stops the loop.</param>
    public void Start(CancellationToken stop) => new Thread(() => Work(stop)) { IsBackground = true, Name = _plan.Name }.Start();

    private void Work(CancellationToken stop)
    {
        try
        {
            using (Gaplic)
            {
                Gaplic.PostCallback(Prepare);
                Gaplic.Run(stop);
            }
        }
        catch (Exception x)
        {
            _crash ??= x;
        }

        _gone.Cancel();
        _started.TrySetException(_crash ?? new FsmKitLoopException(_plan.Name, $"Loop '{_plan.Name}' was stopped while it started."));
        _ended.SetResult(_crash);
    }

    /// <summary>Creates the tree.</summary>
    private void Prepare()
    {
        var roots = new List<RootGObj>();
        var title = "";
        try
        {
            foreach (var step in _plan.Steps)
            {
                title = step.Title;
                if (step.Take(Gaplic, _services) is { } root)
                {
                    roots.Add(root);
                }
            }
        }
        catch (Exception x)
        {
            Fail(new FsmKitLoopException(_plan.Name, $"Loop '{_plan.Name}' cannot start because of {title}: {x.Message}", x));
            return;
        }

        _isStarting = false;
        if (_plan.FailsOnBadSettings && _rejected.Count > 0)
        {
            Fail(new FsmKitLoopException(_plan.Name, $"Loop '{_plan.Name}' cannot start with these settings: {string.Join(" ", _rejected)}"));
            return;
        }

        if (Gaplic.UnusedSettings is { Count: > 0 } unused)
        {
            HostingLog.Unused(Gaplic.Logger, _plan.Name, string.Join(", ", unused));
        }

        _settings.Follow(this);
        _roots = roots;
        _started.TrySetResult();
    }

    private void Fail(Exception crash)
    {
        _crash ??= crash;
        Gaplic.Stop();
    }

    private void Reject(GObj gobj, string key, ParameterException problem)
    {
        if (_isStarting)
        {
            _rejected.Add(problem.Message);
        }
    }

    private void Fault(object? source, Exception exception)
    {
        if (_plan.CrashesOn?.Invoke(exception) == true)
        {
            Fail(exception);
        }
    }
}
