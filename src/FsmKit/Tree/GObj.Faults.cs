using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;

namespace FsmKit;

/// <content>
/// Exceptions inside a transition. They do not stop the transition: the first one is thrown to the sender at its end, the others are logged.
/// </content>
public abstract partial class GObj
{
    /// <summary>
    /// Returns whether a transition continues after the exception. False only for the exception of a stack that is used up, because each
    /// remaining step would use up the stack again.
    /// </summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected internal static bool IsKept(Exception exception) => exception is not NestingException;

    /// <summary>Stores the first exception of a transition in <paramref name="first"/> and logs every further one.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [MethodImpl(MethodImplOptions.NoInlining)]
    protected internal void KeepFault(ref Exception? first, Exception exception)
    {
        if (_gaplic is { IsObserved: true } gaplic)
        {
            gaplic.Observer!.Kept(this, gaplic.Watched, exception);
        }

        if (first is null)
        {
            first = exception;
        }
        else
        {
            Gaplic.ReportFault(this, exception);
        }
    }

    /// <summary>
    /// Ends a transition or a publication. Throws <paramref name="first"/> or, if it is null, returns <see cref="Outcome.Handled"/>.
    /// </summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected internal static Outcome EndTransition(Exception? first)
    {
        if (first is not null)
        {
            Throw(first);
        }

        return Outcome.Handled;
    }

    // Not inlined: inlined, it would give each transition the frame of a native call.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Throw(Exception first) => ExceptionDispatchInfo.Throw(first);

    /// <summary>Logs the exception of a guard and returns false as the guard's result.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [MethodImpl(MethodImplOptions.NoInlining)]
    protected bool GuardFault(string guard, Exception exception)
    {
        Log.GuardFault(Logger, guard, this, StateName, exception);
        Gaplic.CountFault(this, exception);
        if (Gaplic.IsObserved)
        {
            Gaplic.Observer!.GuardFailed(this, exception);
        }

        return false;
    }
}
