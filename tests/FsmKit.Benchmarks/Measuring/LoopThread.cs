namespace FsmKit.Benchmarks;

/// <summary>A loop on a thread of its own, until it is disposed.</summary>
internal sealed class LoopThread : IDisposable
{
    private readonly GAplic _app;
    private readonly Thread _thread;

    public LoopThread(GAplic app)
    {
        _app = app;
        _thread = new Thread(() => app.Run());
        _thread.Start();
    }

    /// <summary>Asks something of the gobjs on their own thread.</summary>
    public T Ask<T>(Func<T> question)
    {
        var answer = new TaskCompletionSource<T>();
        _app.PostCallback(() => answer.SetResult(question()));
        return answer.Task.GetAwaiter().GetResult();
    }

    /// <summary>Waits for half a minute at most. Figures that are printed afterwards show a failure.</summary>
    public void Await(Func<bool> condition) => SpinWait.SpinUntil(() => Ask(condition), TimeSpan.FromSeconds(30));

    public void Dispose()
    {
        _app.Stop();
        _thread.Join();
        _app.Dispose();
    }
}
