using FsmKit;

namespace Microsoft.Extensions.Time.Testing;

/// <summary>A clock that a test moves. Before and after, the loops that use it handle all that has come.</summary>
public sealed class FakeTimeProvider : TimeProvider
{
    private readonly List<GAplic> _loops = [];
    private long _ticks = new DateTime(2000, 1, 1, 0, 0, 0, DateTimeKind.Utc).Ticks;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => Volatile.Read(ref _ticks);

    public override DateTimeOffset GetUtcNow() => new(GetTimestamp(), TimeSpan.Zero);

    public void Advance(TimeSpan by)
    {
        Settle().GetAwaiter().GetResult();
        Interlocked.Add(ref _ticks, by.Ticks);
        Settle().GetAwaiter().GetResult();
    }

    internal void Serve(GAplic loop) => _loops.Add(loop);

    /// <summary>Completes when each loop has made enough cycles to handle the bytes in its sockets.</summary>
    internal async Task Settle()
    {
        foreach (var loop in _loops)
        {
            for (var i = 0; i < 4; i++)
            {
                var round = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
                loop.PostCallback(round.SetResult);
                await round.Task.WaitAsync(TimeSpan.FromSeconds(30));
            }
        }
    }
}
