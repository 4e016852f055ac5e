using System.Threading.Channels;

namespace FsmKit.Testing.Tests.Recordings;

/// <summary>A till that is recorded in a loop of its own thread, in real time.</summary>
internal sealed class LiveLoop : IDisposable
{
    private readonly Channel<string> _entered = Channel.CreateUnbounded<string>();
    private readonly GAplic _app = new("app");
    private readonly Thread _thread;

    public LiveLoop(Action<Till>? configure = null, RecorderOptions? options = null)
    {
        Till = _app.Create<Till>("till", x =>
        {
            x.Entered = state => _entered.Writer.TryWrite(state);
            configure?.Invoke(x);
        });
        Recorder = Recorder.Attach(Till, options);
        _thread = new Thread(() => _app.Run()) { IsBackground = true };
        _thread.Start();
    }

    public Till Till { get; }

    public Recorder Recorder { get; }

    /// <summary>Waits until the till has entered a state.</summary>
    public async Task Until(string entered)
    {
        while (await _entered.Reader.ReadAsync(TestContext.Current.CancellationToken) != entered)
        {
        }
    }

    /// <summary>Does something in the loop's thread.</summary>
    public Task<TResult> Call<TResult>(Func<TResult> what)
    {
        var done = new TaskCompletionSource<TResult>(TaskCreationOptions.RunContinuationsAsynchronously);
        _app.PostCallback(() => done.SetResult(what()));
        return done.Task;
    }

    /// <summary>Posts coins that come one after the other in one cycle, so that no timeout is between them.</summary>
    public Task Coins(params int[] cents) => Call(() => cents.Select(one => Till.Post(new EvCoin(one))).ToList());

    /// <summary>The recording, and a snapshot of the till at the same moment.</summary>
    public Task<(Recording Recording, MachineSnapshot Till)> End() => Call(() => (Recorder.ToRecording(), Till.Snapshot(children: true)));

    public void Dispose()
    {
        _app.Stop();
        _thread.Join();
        Recorder.Dispose();
        _app.Dispose();
    }
}
