using System.Diagnostics;

namespace FsmKit;

/// <summary>Tells listeners what the machines of one loop do. What a listener throws ends here: the machine goes on, and what it was told is lost.</summary>
internal sealed class LoopObserver(TimeProvider time)
{
    private ObservedTurn _turn;
    private Exception? _lastFault;

    /// <summary>The events to come were posted inside an activity; null when that is over.</summary>
    public void SetPoster(Activity? poster) => _turn = _turn with { Poster = poster };

    /// <summary>Before a row runs.</summary>
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
            // A listener's, or the clock's.
        }
    }

    /// <summary>After it.</summary>
    /// <param name="row">What <see cref="Begin"/> was told.</param>
    /// <param name="leaf">The leaf in which the gobj is now.</param>
    /// <param name="outcome">What became of the event, unless an exception has left the row.</param>
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
            // A listener's.
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
            // A listener's: the activity was not put back.
            Activity.Current = row.CurrentBefore;
        }

        _turn = row.Before;
        _lastFault = row.IsInside ? _lastFault : null;
    }

    /// <summary>An exception leaves a row: it is told once, where it came from, however many rows it leaves.</summary>
    public void Failed(WatchedRow row, Exception exception)
    {
        row.Failure = exception;
        Tell(row.Gobj!, row, exception, isKnown: row.Kept == exception);
    }

    /// <summary>A transition keeps an exception, and goes on.</summary>
    public void Kept(GObj gobj, WatchedRow? row, Exception exception)
    {
        var own = row?.Gobj == gobj ? row : null;
        Tell(gobj, own, exception, isKnown: false);
        if (own is not null)
        {
            own.Kept ??= exception;
        }
    }

    /// <summary>A guard has thrown.</summary>
    public void GuardFailed(GObj gobj, Exception exception) => Tell(gobj, null, exception, isKnown: false);

    private void Tell(GObj gobj, WatchedRow? row, Exception exception, bool isKnown)
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
            // A listener's.
        }
    }

    /// <summary>
    /// An event that an action has caused belongs to the span that is there already. Unless the action has made another activity the current one: that is work
    /// of its own, and the event a part of that.
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
