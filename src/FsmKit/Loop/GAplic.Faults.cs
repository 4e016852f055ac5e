namespace FsmKit;

/// <content>Exceptions that no caller gets: they are logged and counted, and the loop goes on.</content>
public sealed partial class GAplic
{
    private int _faults;

    /// <summary>
    /// Number of exceptions that the loop has caught and logged because no caller could receive them, for example exceptions of posted
    /// events, timeouts, callbacks, guards, the clock and the <see cref="Reactor"/>. An exception that reaches the sender of an event is
    /// not counted. Thread-safe.
    /// </summary>
    public int Faults => Volatile.Read(ref _faults);

    /// <summary>
    /// Logs an exception, adds it to <see cref="Faults"/> and calls <see cref="GAplicOptions.Faulted"/>. Never throws, not even without
    /// memory for the log line.
    /// </summary>
    /// <param name="source">The gobj or other object that failed, which the log line names; null when it is unknown.</param>
    /// <param name="exception">The exception.</param>
    public void ReportFault(object? source, Exception exception)
    {
        try
        {
            if (source is GObj { HasLoop: true } gobj)
            {
                Log.Fault(gobj.Logger, SafeText.Of(source), gobj.Machine.Name, gobj.StateName, exception);
            }
            else
            {
                Log.Fault(Logger, SafeText.Of(source), "", "", exception);
            }
        }
        catch (Exception)
        {
            // The logger is guarded, so only a lack of memory leads here, and it cannot be reported.
        }

        CountFault(source, exception);
    }

    /// <summary>Counts a fault that has been logged, and tells the application.</summary>
    internal void CountFault(object? source, Exception exception)
    {
        Interlocked.Increment(ref _faults);
        try
        {
            Options.Faulted?.Invoke(source, exception);
        }
        catch (Exception)
        {
            // A fault of the delegate that is told of faults would be told to it again.
        }
    }
}
