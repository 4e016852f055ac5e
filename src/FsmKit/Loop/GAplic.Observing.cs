using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace FsmKit;

/// <content>
/// Listeners to spans and figures. They come and go at any time and in any thread; a loop notices it when it begins a cycle and when it has slept, and
/// then tells each of its gobjs, once.
/// </content>
public sealed partial class GAplic
{
    private WatchedRow? _outermost;

    /// <summary>Whether somebody listens.</summary>
    internal bool IsObserved { get; private set; }

    /// <summary>Who tells the listeners; there since the first one has come.</summary>
    internal LoopObserver? Observer { get; private set; }

    /// <summary>The innermost of the rows that are running while somebody watches; null when there is none.</summary>
    internal WatchedRow? Watched { get; set; }

    /// <summary>The one that would be inside of it.</summary>
    internal WatchedRow NextWatched => Watched?.Inner ?? (_outermost ??= new WatchedRow(null));

    /// <summary>What follows was posted inside an activity; null when that is over.</summary>
    internal void SetPoster(Activity? poster) => Observer?.SetPoster(poster);

    /// <summary>Looks whether the first listener has come, or the last one gone.</summary>
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
    /// At the start of each cycle: the activity that is the current one where the loop was started is not the parent of what the loop does.
    /// </summary>
    /// <returns>What is to be handed to <see cref="EnterActivity"/> after the cycle.</returns>
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
