using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace FsmKit;

/// <content>Events that are posted inside activities.</content>
internal sealed partial class Mailbox
{
    /// <summary>
    /// Adds an event that is posted inside an activity. Returns false when the mailbox is full or there is no memory for the activity; the event is
    /// then posted without the activity.
    /// </summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private bool TryAdd<TEvent>(Activity poster, IAccept<TEvent> destination, GObj? source, in TEvent e, bool always)
        where TEvent : struct
    {
        _gate.Enter();
        try
        {
            if (!always && Events >= capacity)
            {
                return false;
            }

            var lane = Lane<PosterLane<TEvent>>(PosterLane<TEvent>.Number);
            _runs.Reserve(1);
            lane.Reserve();
            lane.Add(poster, destination, source, in e);
            _runs.Add() = new Run { Lane = PosterLane<TEvent>.Number, Left = 1 };
            _openLane = NoLane;
            _posted++;
            _announced &= Events >= capacity;
            return true;
        }
        catch (OutOfMemoryException)
        {
            return false;
        }
        finally
        {
            _gate.Exit();
        }
    }
}
