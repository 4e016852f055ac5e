using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace FsmKit;

/// <content>
/// Observation of a gobj by a log, by listeners or by a recorder. An observed gobj handles events more slowly. Without an observer there is
/// no cost.
/// </content>
public abstract partial class GObj
{
    /// <summary>Begins the observation of a row (trace, span, metrics, recording), before the row runs.</summary>
    /// <param name="data">
    /// The event as text, or null. The first argument, because its evaluation runs application code, which could change the state.
    /// </param>
    /// <param name="input">Index of the input; below zero for a timeout and for a row without an event.</param>
    /// <param name="row">Index of the row in the description; -1 when the event is refused.</param>
    /// <returns>The value to pass to <see cref="EndTrace"/>; null when the gobj is not observed.</returns>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected WatchedRow? BeginTrace(string? data, int input, int row) =>
        (Gate & MachineGate.Watched) == 0 ? null : BeginWatch(data, input, row);

    /// <summary>Reports an exception of the row. Called in an exception filter, so that the exception is seen and not caught.</summary>
    /// <returns>Always false.</returns>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected bool TraceFault(WatchedRow? watched, Exception exception)
    {
        if (watched is { IsObserved: true })
        {
            Gaplic.Observer!.Failed(watched, exception);
        }

        if (watched is { Entry: { } entry })
        {
            Recorder.Failed(entry, exception);
        }

        return false;
    }

    /// <summary>Ends the observation of a row, after the row has run.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected void EndTrace(WatchedRow? watched, Outcome outcome)
    {
        // A row that cannot be re-entered writes the whole word and so clears the bits of observation; set them again.
        ShowWatch();
        if (watched is not null)
        {
            EndWatch(watched, outcome);
        }
    }

    /// <summary>
    /// Updates the observation bits of this gobj and of its subtree, after the first observer of the loop has come or the last one has gone. The
    /// method does not recurse, because a tree may be deeper than the stack.
    /// </summary>
    internal void ShowWatchOfTree()
    {
        var at = this;
        while (true)
        {
            at.ShowWatch();
            if (at._firstChild is { } child)
            {
                at = child;
                continue;
            }

            while (at != this && at._nextSibling is null)
            {
                at = at._parent!;
            }

            if (at == this)
            {
                return;
            }

            at = at._nextSibling!;
        }
    }

    private void ShowWatch() => Gate = (Gate & ~MachineGate.Watched)
        | (EffectiveTrace == MachineTraceLevel.Off ? 0 : MachineGate.Traced)
        | (_gaplic is { IsObserved: true } ? MachineGate.Observed : 0)
        | (_gaplic is { Recorder: not null } ? MachineGate.Recorded : 0);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private WatchedRow BeginWatch(string? data, int input, int row)
    {
        var (gaplic, gate) = (Gaplic, Gate);
        var watched = gaplic.NextWatched;
        if ((gate & MachineGate.Traced) != 0)
        {
            MachineTrace.Enter(this, gate & MachineGate.State, input, row, data);
        }

        watched.Begin(this, gate, input, row);
        if ((gate & MachineGate.Recorded) != 0)
        {
            gaplic.Recorder?.Begin(watched);
        }

        gaplic.Watched = watched;
        if (watched.IsObserved)
        {
            gaplic.Observer!.Begin(watched);
        }

        return watched;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void EndWatch(WatchedRow watched, Outcome outcome)
    {
        var gaplic = Gaplic;
        if (watched.Entry is not null)
        {
            gaplic.Recorder?.End(watched, outcome);
        }

        var (leaf, isTraced) = (Gate & MachineGate.State, watched.IsTraced);
        if (watched.IsObserved)
        {
            gaplic.Observer!.End(watched, leaf, outcome);
        }

        gaplic.Watched = watched.Outer;
        watched.End();
        if (isTraced)
        {
            MachineTrace.Leave(this, leaf, outcome);
        }
    }
}
