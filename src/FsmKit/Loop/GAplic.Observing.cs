using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace FsmKit;

/// <content>
/// Listeners to spans and metrics. They come and go at any time, on any thread. A loop notices a change at the beginning of each turn and
/// after its wait for work, and then updates each of its gobjs once.
/// </content>
public sealed partial class GAplic
{
    private WatchedRow? _outermost;

    /// <summary>Whether there is a listener.</summary>
    internal bool IsObserved { get; private set; }

    /// <summary>Reports to the listeners; null until the first listener has come.</summary>
    internal LoopObserver? Observer { get; private set; }

    /// <summary>Innermost running row that is being observed; null when there is none.</summary>
    internal WatchedRow? Watched { get; set; }

    /// <summary>Reusable object for a row nested in <see cref="Watched"/>.</summary>
    internal WatchedRow NextWatched => Watched?.Inner ?? (_outermost ??= new WatchedRow(null));

    /// <summary>Sets the activity in which the event that is now delivered was posted; null at the end of the delivery.</summary>
    internal void SetPoster(Activity? poster) => Observer?.SetPoster(poster);

    /// <summary>Checks whether the first listener has come or the last one has gone.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void NoticeListeners()
    {
        if (Instruments.AreWanted != IsObserved)
        {
            BeObserved(!IsObserved);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void BeObserved(bool isObserved)
    {
        Observer ??= new LoopObserver(Time);
        IsObserved = isObserved;
        ShowWatchOfTree();
    }

    /// <summary>
    /// Clears the current activity at the start of each cycle: the activity in which the loop was started is not the parent of the loop's work.
    /// </summary>
    /// <returns>The activity to pass to <see cref="EnterActivity"/> after the cycle.</returns>
    private Activity? LeaveActivity()
    {
        if (!IsObserved || !Instruments.AreSpansWanted || Activity.Current is not { } current)
        {
            return null;
        }

        Activity.Current = null;
        return current;
    }

    private static void EnterActivity(Activity? activity)
    {
        if (activity is not null)
        {
            Activity.Current = activity;
        }
    }
}
