using System.Runtime.CompilerServices;

namespace FsmKit;

/// <content>
/// Check of the calling thread: while the loop runs, only its thread may touch the tree. The check is one comparison, of the address of a local
/// variable with the part of the stack that was checked before. An address outside of it is
/// checked further: the caller is another thread, which throws, or the stack has grown, which extends the checked part.
/// </content>
public sealed partial class GAplic
{
    private int _thread;
    private Thread? _stackOwner;
    private nuint _stackLow;
    private nuint _stackSize;

    /// <summary>Whether the calling thread runs the loop; false while no thread does. Any thread may ask.</summary>
    public bool IsLoopThread => _thread == Environment.CurrentManagedThreadId;

    /// <summary>Throws when the loop runs in another thread.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void RequireLoopThread(GObj gobj)
    {
        var here = Here();
        if (here - _stackLow > _stackSize)
        {
            Look(gobj, here, needsRoom: false);
        }
    }

    /// <summary>Throws when the loop runs in another thread or when the stack is nearly used up.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void RequireStack(GObj gobj)
    {
        var here = Here();
        if (here - _stackLow > _stackSize)
        {
            Look(gobj, here, needsRoom: true);
        }
    }

    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static unsafe nuint Here()
    {
        byte here;
        return (nuint)(&here);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Look(GObj gobj, nuint here, bool needsRoom)
    {
        var running = _thread;
        if (running != 0 && running != Environment.CurrentManagedThreadId)
        {
            throw new GObjException(
                $"{gobj} was touched by thread {Environment.CurrentManagedThreadId} while its loop {this} runs in thread {running}. "
                + "Use Post or PostCallback; after an await, leave out ConfigureAwait(false), so that the code goes on in the loop.");
        }

        if (RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            Remember(here);
        }
        else if (needsRoom)
        {
            throw new NestingException(
                $"{gobj} is nested too deeply: actions send events to each other, too many of them inside each other. Post one of them.");
        }
    }

    /// <summary>
    /// Extends the checked part of the stack. All addresses between the shallowest and the deepest checked one belong to the stack of one thread.
    /// </summary>
    private void Remember(nuint here)
    {
        if (_stackOwner != Thread.CurrentThread)
        {
            (_stackOwner, _stackSize, _stackLow) = (Thread.CurrentThread, 0, here);
            return;
        }

        var high = _stackLow + _stackSize;
        _stackLow = Math.Min(_stackLow, here);
        _stackSize = Math.Max(high, here) - _stackLow;
    }

    /// <summary>
    /// Makes the calling thread the loop's thread and sets its synchronization context, so that an <c>await</c> in an action continues in the loop.
    /// </summary>
    /// <exception cref="GObjException">Another thread runs the loop.</exception>
    private ThreadScope EnterThread()
    {
        var thread = Environment.CurrentManagedThreadId;
        var before = Interlocked.CompareExchange(ref _thread, thread, 0);
        if (before != 0 && before != thread)
        {
            throw new GObjException(
                $"{this} runs in thread {before}; thread {thread} cannot run it meanwhile. Each loop is one thread: use Post or PostCallback, or make a second GAplic.");
        }

        _stackOwner = null;
        Remember(Here());
        return new ThreadScope(this, before);
    }

    /// <summary>Restores the synchronization context at the start of each cycle: a change by application code lasts for one cycle at most.</summary>
    private void EnterContext()
    {
        if (System.Threading.SynchronizationContext.Current != SynchronizationContext)
        {
            System.Threading.SynchronizationContext.SetSynchronizationContext(SynchronizationContext);
        }
    }

    private readonly ref struct ThreadScope : IDisposable
    {
        private readonly GAplic _gaplic;
        private readonly int _before;
        private readonly SynchronizationContext? _contextBefore;

        public ThreadScope(GAplic gaplic, int before)
        {
            (_gaplic, _before) = (gaplic, before);
            _contextBefore = System.Threading.SynchronizationContext.Current;
        }

        public void Dispose()
        {
            System.Threading.SynchronizationContext.SetSynchronizationContext(_contextBefore);
            _gaplic._thread = _before;
        }
    }
}
