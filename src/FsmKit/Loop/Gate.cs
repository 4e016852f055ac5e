using System.Runtime.CompilerServices;

namespace FsmKit;

/// <summary>
/// A lock for a dozen instructions: who finds it held spins, and sleeps in between when that takes long. It knows no owner, so it costs a third
/// of the other kind, and waiting takes no memory. A field, never copied.
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
