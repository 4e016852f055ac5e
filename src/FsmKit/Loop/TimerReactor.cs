namespace FsmKit;

/// <summary>Reactor of a loop without sockets. It only sleeps and wakes up.</summary>
internal sealed class TimerReactor : IReactor
{
    private readonly SemaphoreSlim _wake = new(0);
    private int _woken;

    public Action<object?, Exception>? Fault { get; set; }

    public void Wait(int milliseconds)
    {
        if (_wake.Wait(milliseconds))
        {
            Volatile.Write(ref _woken, 0);
        }
    }

    public void Wake()
    {
        if (Interlocked.Exchange(ref _woken, 1) == 0)
        {
            _wake.Release();
        }
    }

    /// <summary>Releases nothing: a post during the end of the loop may still call <see cref="Wake"/>.</summary>
    public void Dispose()
    {
    }
}
