using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;

namespace FsmKit;

/// <content>
/// Exceptions inside a transition: they do not stop it. The first one reaches the sender when the transition is through, the others are in
/// the log.
/// </content>
public abstract partial class GObj
{
    /// <summary>
    /// Tells whether a transition goes on after the exception. Only a stack that is used up ends transitions at once: their next steps would
    /// use it up again, each of them twice as often as the one before.
    /// </summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected internal static bool IsKept(Exception exception) => exception is not NestingException;

    /// <summary>Keeps the exception of a step of a transition, or logs the exception where one is kept already.</summary>
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

    /// <summary>Ends a transition, or a publication: throws what was kept, or says that the event was handled.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected internal static Outcome EndTransition(Exception? first)
    {
        if (first is not null)
        {
            Throw(first);
        }

        return Outcome.Handled;
    }

    // Out of line: inlined, it would give each transition the frame of a native call.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Throw(Exception first) => ExceptionDispatchInfo.Throw(first);

    /// <summary>Logs the exception of a guard, which counts as no.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [MethodImpl(MethodImplOptions.NoInlining)]
    protected bool GuardFault(string guard, Exception exception)
    {
        Log.GuardFault(Gaplic.Logger, guard, this, StateName, exception);
        if (Gaplic.IsObserved)
        {
            Gaplic.Observer!.GuardFailed(this, exception);
        }

        return false;
    }
}
