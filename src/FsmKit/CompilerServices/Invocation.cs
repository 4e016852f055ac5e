using System.ComponentModel;
using System.Diagnostics;

namespace FsmKit.CompilerServices;

/// <summary>
/// Asynchronous work of a gobj: its token, its result, and whether its event is still wanted. An object whose work has ended is used again. Work that
/// was cancelled while running is abandoned, and its end has no effect. For generated code.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
#pragma warning disable CA1001 // The source has no timer and no handle, so there is nothing to dispose of; its token may outlive the gobj.
public abstract class Invocation
#pragma warning restore CA1001
{
    private static readonly Action<object?> Ended = static invocation => ((Invocation)invocation!).End();
#pragma warning disable CA1051, SA1401 // A field, so that RemoveInvocation can write it by reference.
    /// <summary>Next work of the same gobj.</summary>
    internal Invocation? NextOfOwner;
#pragma warning restore CA1051, SA1401

    private CancellationTokenSource? _source;
    private Action? _finish;
    private Phase _phase;

    // Activity that was current when the work was started, while there is a listener to spans. The end of the work belongs to this activity.
    private Activity? _poster;

    private protected Invocation(GObj owner, string work, bool ofCall)
    {
        ArgumentNullException.ThrowIfNull(owner);
        (Owner, Work, IsOfCall) = (owner, work, ofCall);
        owner.AddInvocation(this);
    }

    private enum Phase : byte
    {
        /// <summary>The work can be started.</summary>
        Free,
        UnderWay,

        /// <summary>The work has ended and its event is to be delivered.</summary>
        Due,

        /// <summary>The work was cancelled while running. This object is never used again.</summary>
        GivenUp,
    }

    /// <summary>Whether the work can be started.</summary>
    public bool IsFree => _phase == Phase.Free;

    /// <summary>Name of the method; empty for the work of an <c>Invoke</c> call.</summary>
    internal string Work { get; }

    /// <summary>Name of the event of success.</summary>
    internal abstract string Event { get; }

    /// <summary>Name of the work in a recording.</summary>
    internal string Label => Work.Length > 0 ? Work : $"Invoke({Event})";

    /// <summary>Whether an <c>Invoke</c> call started the work. Such work ends with the leaf, not with a state of the table.</summary>
    internal bool IsOfCall { get; }


    /// <summary>Whether the work has begun and its event has not been delivered.</summary>
    internal bool IsRunning => _phase is Phase.UnderWay or Phase.Due;

    /// <summary>Whether the work has ended and its event is to be delivered.</summary>
    internal bool IsDue => _phase == Phase.Due;

    /// <summary>Sequence number of the end of the work, from the counter of timers.</summary>
    internal long Turn { get; private set; }

    internal GObj Owner { get; }

    /// <summary>Exception of the work; null for success.</summary>
    private protected Exception? Fault { get; set; }

    /// <summary>Waits for work without a result, and returns the given result.</summary>
    public static async ValueTask<TResult> Then<TResult>(ValueTask work, TResult result)
    {
        await work.ConfigureAwait(false);
        return result;
    }

    /// <summary>Cancels the work: the token is cancelled, and no event is delivered. No effect if the work is not running.</summary>
    public void Cancel()
    {
        if (_phase == Phase.Due)
        {
            _phase = Phase.Free;
            Forget();
        }
        else if (_phase == Phase.UnderWay)
        {
            _phase = Phase.GivenUp;
            Owner.RemoveInvocation(this);
            try
            {
                _source?.Cancel();
            }
            catch (Exception x)
            {
                // The callbacks of the token are application code: their exceptions must not keep the gobj in its state.
                Owner.Gaplic.ReportFault(Owner, x);
            }
        }
    }

    /// <summary>Delivers the event of the end. From then on the work can be started again.</summary>
    internal void Deliver()
    {
        _phase = Phase.Free;
        var recorder = Owner.Gaplic.Recorder;
        recorder?.Ends(this);
        DeliverResult();
        recorder?.Ends(null);
    }

    /// <summary>Ends work that a replay did not start; its event comes from the recording.</summary>
    internal void EndHeld() => _phase = Phase.Free;

    /// <summary>Clears the result, then sends the event of the end.</summary>
    private protected abstract void DeliverResult();

    /// <summary>Takes the result of the work, which has ended.</summary>
    private protected abstract void TakeResult();

    /// <summary>Releases the result.</summary>
    private protected abstract void Forget();

    /// <summary>Marks the work as running and returns its token.</summary>
    private protected CancellationToken Begin()
    {
        _phase = Phase.UnderWay;
        Fault = null;
        _poster = Instruments.Poster;
        return (_source is not null && _source.TryReset() ? _source : _source = new CancellationTokenSource()).Token;
    }

    /// <summary>Continuation that any thread may call after the work has ended.</summary>
    private protected Action Finish => _finish ??= FinishLater;

    /// <summary>Ends work that completed before its method returned, or that could not be started.</summary>
    private protected void FinishNow()
    {
        if (Owner.IsBusy)
        {
            End();
        }
        else
        {
            // The gobj is not busy, so there is no event to wait for: the end comes like an event of another sender.
            Owner.Gaplic.PostCallback(Ended, this);
        }
    }

    private void FinishLater()
    {
        TakeResult();
        while (true)
        {
            try
            {
                Owner.Gaplic.PostCallback(Ended, this);
                return;
            }
            catch (OutOfMemoryException)
            {
                // A lost end would be a state that is never left. This is a pool thread, which may wait.
                Thread.Sleep(1);
            }
        }
    }

    private void End()
    {
        if (_phase != Phase.UnderWay)
        {
            return;
        }

        _phase = Phase.Due;
        Turn = Owner.Gaplic.Timers.NextTurn();
        if (Owner.IsBusy)
        {
            Owner.LetInvocationWait();
            return;
        }

        var gaplic = Owner.Gaplic;
        gaplic.SetPoster(_poster);
        _poster = null;
        try
        {
            Deliver();
        }
        catch (Exception x)
        {
            gaplic.ReportFault(Owner, x);
        }

        gaplic.SetPoster(null);
    }
}
