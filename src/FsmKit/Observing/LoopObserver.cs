using System.Diagnostics;

namespace FsmKit;

/// <summary>
/// Reports the work of the machines of one loop to listeners. An exception of a listener is swallowed: the machine continues, and that report is
/// lost.
/// </summary>
internal sealed class LoopObserver(TimeProvider time)
{
    private ObservedTurn _turn;
    private Exception? _lastFault;

    /// <summary>Sets the activity in which the following events were posted; null at the end of their delivery.</summary>
    public void SetPoster(Activity? poster) => _turn = _turn with { Poster = poster };

    /// <summary>Reports that a row is about to run.</summary>
    public void Begin(WatchedRow row)
    {
        row.Before = _turn;
        try
        {
            if (row.IsEvent && Instruments.AreSpansWanted)
            {
                BeginSpan(row);
            }

            if (row.IsEvent && Instruments.Duration.Enabled)
            {
                row.Start = time.GetTimestamp();
            }
        }
        catch (Exception)
        {
            // An exception of a listener or of the clock, swallowed.
        }
    }

    /// <summary>Reports that a row has run.</summary>
    /// <param name="row">The row that was passed to <see cref="Begin"/>.</param>
    /// <param name="leaf">The current leaf of the gobj.</param>
    /// <param name="outcome">The outcome of the event; without meaning if an exception has left the row.</param>
    public void End(WatchedRow row, int leaf, Outcome outcome)
    {
        try
        {
            Figures.Handled(row, leaf, outcome, time);
            if (_turn.Span is { IsAllDataRequested: true } span)
            {
                Spans.AddRow(span, row, leaf, outcome);
            }
        }
        catch (Exception)
        {
            // An exception of a listener, swallowed.
        }

        try
        {
            if (row.Span is { } own)
            {
                Spans.End(own, row, leaf, outcome);
            }
        }
        catch (Exception)
        {
            // An exception of a listener: the previous activity was not restored.
            Activity.Current = row.CurrentBefore;
        }

        _turn = row.Before;
        _lastFault = row.IsInside ? _lastFault : null;
    }

    /// <summary>Reports an exception that leaves a row. It is reported once, at its origin, however many rows it leaves.</summary>
    public void Failed(WatchedRow row, Exception exception)
    {
        row.Failure = exception;
        ReportFault(row.Gobj!, row, exception, isKnown: row.Kept == exception);
    }

    /// <summary>Reports an exception that a transition keeps while it continues.</summary>
    public void Kept(GObj gobj, WatchedRow? row, Exception exception)
    {
        var own = row?.Gobj == gobj ? row : null;
        ReportFault(gobj, own, exception, isKnown: false);
        if (own is not null)
        {
            own.Kept ??= exception;
        }
    }

    /// <summary>Reports an exception of a guard.</summary>
    public void GuardFailed(GObj gobj, Exception exception) => ReportFault(gobj, null, exception, isKnown: false);

    private void ReportFault(GObj gobj, WatchedRow? row, Exception exception, bool isKnown)
    {
        try
        {
            isKnown |= exception == _lastFault;
            _lastFault = exception;
            if (!isKnown)
            {
                Figures.Fault(gobj, row, exception);
                _turn.Span?.AddException(exception);
            }
        }
        catch (Exception)
        {
            // An exception of a listener, swallowed.
        }
    }

    /// <summary>
    /// Begins a span for an event from outside. An event that an action has caused belongs to the present span, unless the action has made another
    /// activity the current one: the event is then a part of that activity.
    /// </summary>
    private void BeginSpan(WatchedRow row)
    {
        if (row.IsInside && _turn.Poster is null && Activity.Current == _turn.Current)
        {
            return;
        }

        var poster = _turn.Poster;
        _turn = default;
        row.CurrentBefore = Activity.Current;
        try
        {
            row.Span = Spans.Start(row, poster);
        }
        catch (Exception)
        {
            Activity.Current = row.CurrentBefore;
            throw;
        }

        _turn = new ObservedTurn(row.Span, Activity.Current, null);
    }
}
