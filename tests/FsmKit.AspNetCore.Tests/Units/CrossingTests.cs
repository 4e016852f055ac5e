namespace FsmKit.AspNetCore.Tests;

/// <summary>In the collection of the allocation tests, as two of them keep threads of the pool busy.</summary>
[Collection(nameof(AllocationTests))]
public sealed class CrossingTests : IDisposable
{
    // On a busy machine the pool takes its time with a further thread for a piece that blocks.
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);
    private readonly GAplic _loop = new("crossing");
    private readonly GCrossing _crossing;
    private readonly Thread _thread;

    public CrossingTests()
    {
        _crossing = _loop.Create<GCrossing>("crossing");
        _thread = new Thread(() => _loop.Run());
        _thread.Start();
    }

    public void Dispose()
    {
        _loop.Stop();
        _thread.Join();
        _loop.Dispose();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Work_goes_to_the_pool_and_comes_back(bool takesTurns)
    {
        _crossing.TakesTurns = takesTurns;
        const int Pieces = 10_000;
        var (onLoop, onPool, strayed) = (0, 0, 0);
        using var done = new ManualResetEventSlim();
        OnLoop(() =>
        {
            for (var i = 0; i < Pieces; i++)
            {
                ToPool(() =>
                {
                    Interlocked.Add(ref strayed, _loop.IsLoopThread ? 1 : 0);
                    Interlocked.Increment(ref onPool);
                    _crossing.ToLoop(_ => ComeBack(), null, returns: true);
                });
            }
        });

        Assert.True(done.Wait(Limit, TestContext.Current.CancellationToken));
        Assert.Equal((Pieces, Pieces, 0), (onLoop, onPool, strayed));

        void ComeBack()
        {
            Interlocked.Add(ref strayed, _loop.IsLoopThread ? 0 : 1);
            if (++onLoop == Pieces)
            {
                done.Set();
            }
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_piece_that_blocks_holds_up_no_other(bool takesTurns)
    {
        _crossing.TakesTurns = takesTurns;
        using var second = new ManualResetEventSlim();
        using var first = new ManualResetEventSlim();
        var hasSeen = false;
        OnLoop(() =>
        {
            ToPool(() =>
            {
                hasSeen = second.Wait(Limit);
                first.Set();
            });
            ToPool(second.Set);
        });
        Assert.True(first.Wait(Limit, TestContext.Current.CancellationToken));
        Assert.True(hasSeen);
    }

    /// <summary>Both pieces have sent something back and wait for the loop, so no thread of the pool comes to tell the loop.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void The_loop_hears_of_work_whose_threads_block(bool takesTurns)
    {
        _crossing.TakesTurns = takesTurns;
        using var queued = new ManualResetEventSlim();
        using var heard = new CountdownEvent(2);
        using var left = new CountdownEvent(2);
        OnLoop(() =>
        {
            ToPool(SendAndBlock);
            ToPool(SendAndBlock);
            queued.Set();
        });
        Assert.True(left.Wait(Limit, TestContext.Current.CancellationToken));
        Assert.True(heard.IsSet);

        void SendAndBlock()
        {
            queued.Wait();
            _crossing.ToLoop(_ => heard.Signal(), null);
            heard.Wait(Limit);
            left.Signal();
        }
    }

    [Fact]
    public void A_fault_of_one_piece_on_the_loop_stops_no_other()
    {
        using var done = new ManualResetEventSlim();
        OnLoop(() => ToPool(() =>
        {
            _crossing.ToLoop(static _ => throw new InvalidOperationException("Expected."), null);
            _crossing.ToLoop(_ => done.Set(), null);
        }));
        Assert.True(done.Wait(Limit, TestContext.Current.CancellationToken));
    }

    [Fact]
    public void No_piece_sees_the_context_of_another()
    {
        var local = new AsyncLocal<string>();
        using var done = new CountdownEvent(100);
        var seen = 0;
        OnLoop(() =>
        {
            for (var i = 0; i < done.InitialCount; i++)
            {
                ToPool(() =>
                {
                    Interlocked.Add(ref seen, local.Value is null && SynchronizationContext.Current is null ? 0 : 1);
                    local.Value = "mine";
                    SynchronizationContext.SetSynchronizationContext(new SynchronizationContext());
                    done.Signal();
                });
            }
        });
        Assert.True(done.Wait(Limit, TestContext.Current.CancellationToken));
        Assert.Equal(0, seen);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_crossing_allocates_nothing(bool takesTurns)
    {
        _crossing.TakesTurns = takesTurns;
        const int Pieces = 20_000;
        var trip = new Trip(_crossing, Pieces);
        OnLoop(() => trip.Begin());
        Assert.True(trip.Done.Wait(Limit, TestContext.Current.CancellationToken));

        // The least allocation of a thread from one piece to the next: the runtime compiles anew, and the pool changes threads.
        Assert.Equal(0, trip.LeastOnLoop);
        Assert.Equal(0, trip.LeastOnPool);
    }

    private void OnLoop(Action action) => _loop.PostCallback(action);

    private void ToPool(Action action) => _crossing.ToPool(static action => ((Action)action!)(), action);

    /// <summary>A piece of work that crosses in both directions.</summary>
    private sealed class Trip(GCrossing crossing, int pieces)
    {
        private const int Round = 100;
        private long _onLoop;
        private long _onPool;
        private int _thread;
        private int _left = pieces;

        public ManualResetEventSlim Done { get; } = new();

        public long LeastOnLoop { get; private set; } = long.MaxValue;

        public long LeastOnPool { get; private set; } = long.MaxValue;

        public void Begin()
        {
            if (_left % Round == 0)
            {
                var now = GC.GetAllocatedBytesForCurrentThread();
                LeastOnLoop = _onLoop == 0 ? LeastOnLoop : Math.Min(LeastOnLoop, now - _onLoop);
                _onLoop = now;
            }

            if (_left-- == 0)
            {
                Done.Set();
            }
            else
            {
                crossing.ToPool(static trip => ((Trip)trip!).Return(), this);
            }
        }

        private void Return()
        {
            var now = GC.GetAllocatedBytesForCurrentThread();
            if (_thread == Environment.CurrentManagedThreadId)
            {
                LeastOnPool = Math.Min(LeastOnPool, now - _onPool);
            }

            (_thread, _onPool) = (Environment.CurrentManagedThreadId, now);
            crossing.ToLoop(static trip => ((Trip)trip!).Begin(), this, returns: true);
        }
    }
}
