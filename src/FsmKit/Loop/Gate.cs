using System.Runtime.CompilerServices;

namespace FsmKit;

/// <summary>
/// Lock for critical sections of about a dozen instructions. A thread that finds the lock held spins, and sleeps in between if that takes long. The
/// lock records no owner: it costs a third of <see cref="Lock"/>, and waiting allocates nothing. Use only as a field; never copy it.
/// </summary>
internal struct Gate
{
    private int _isHeld;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Enter()
    {
        if (Interlocked.CompareExchange(ref _isHeld, 1, 0) != 0)
        {
            Wait();
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Exit() => Volatile.Write(ref _isHeld, 0);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Wait()
    {
        var spin = default(SpinWait);
        do
        {
            spin.SpinOnce();
        }
        while (Volatile.Read(ref _isHeld) != 0 || Interlocked.CompareExchange(ref _isHeld, 1, 0) != 0);
    }
}
