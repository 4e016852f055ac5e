using System.Runtime.CompilerServices;

namespace FsmKit.Http;

/// <summary>
/// Waits until all output is handed to the operating system. The continuation runs inside that callback, on the loop. A task would run it on
/// the thread pool when the loop has a synchronization context.
/// </summary>
internal readonly struct SentAwaiter(GHttpCliSrv channel, HttpExchange exchange) : ICriticalNotifyCompletion
{
    public bool IsCompleted => channel.Gsock.PendingBytes == 0;

    public SentAwaiter GetAwaiter() => this;

    public void GetResult()
    {
    }

    public void OnCompleted(Action continuation) => UnsafeOnCompleted(continuation);

    public void UnsafeOnCompleted(Action continuation)
    {
        exchange.WhenSent(continuation);
        channel.WatchOutput();
    }
}
