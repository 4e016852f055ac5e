namespace FsmKit.Simulations.Listening;

/// <summary>Runs code as a thread without a loop does: what it completes continues at once, and not on a loop or the thread pool.</summary>
internal static class Outside
{
    /// <summary>Runs it.</summary>
    public static void Run(Action work)
    {
        var context = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(null);
        try
        {
            work();
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(context);
        }
    }
}
