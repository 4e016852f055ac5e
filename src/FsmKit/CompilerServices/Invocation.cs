using System.ComponentModel;
using System.Diagnostics;

namespace FsmKit.CompilerServices;

/// <summary>
/// Asynchronous work of a gobj: its token, how it ended, and whether anybody still wants to know. Work that has ended serves again; work that was given up
/// while it was under way is left to itself, and its end means nothing.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
#pragma warning disable CA1001 // The source has no timer and no handle, so there is nothing to dispose of; its token may outlive the gobj.
public abstract class Invocation
#pragma warning restore CA1001
{
    private static readonly Action<object?> Ended = static invocation => ((Invocation)invocation!).End();
#pragma warning disable CA1051, SA1401 // A field, so that whoever takes one out of the list can write what leads to it.
    /// <summary>The next one of the same gobj.</summary>
    internal Invocation? NextOfOwner;
#pragma warning restore CA1051, SA1401

    private CancellationTokenSource? _source;
    private Action? _finish;
    private Phase _phase;

    // The current activity where the work was started, while somebody listens to spans: its end belongs there.
    private Activity? _poster;

    private protected Invocation(GObj owner, string work, bool ofCall)
    {
        ArgumentNullException.ThrowIfNull(owner);
        (Owner, Work, IsOfCall) = (owner, work, ofCall);
        owner.AddInvocation(this);
    }

    private enum Phase : byte
    {
        /// <summary>It can be started.</summary>
        Free,
        UnderWay,

        /// <summary>It has ended, and its event is to be delivered.</summary>
        Due,

        /// <summary>It was cancelled while it was under way, and will never be started again.</summary>
        GivenUp,
    }

    /// <summary>Whether it can be started.</summary>
    public bool IsFree => _phase == Phase.Free;

    /// <summary>The name of the method; empty for the work of a call.</summary>
    internal string Work { get; }

    /// <summary>The name of the event of success.</summary>
    internal abstract string Event { get; }

    /// <summary>What a recording calls it.</summary>
    internal string Label => Work.Length > 0 ? Work : $"Invoke({Event})";

    /// <summary>Whether a call has started it, so that it goes with the leaf, not with a state of the table.</summary>
    internal bool IsOfCall { get; }


    /// <summary>Whether it has begun, and its event has not been delivered.</summary>
    internal bool IsRunning => _phase is Phase.UnderWay or Phase.Due;

    /// <summary>Whether its event is to be delivered.</summary>
    internal bool IsDue => _phase == Phase.Due;

    /// <summary>When it ended, counted as timers are.</summary>
    internal long Turn { get; private set; }

    internal GObj Owner { get; }

    /// <summary>How it failed; null when it did not.</summary>
    private protected Exception? Fault { get; set; }

    /// <summary>Makes a result of the end of work that has none.</summary>
    public static async ValueTask<TResult> Then<TResult>(ValueTask work, TResult result)
    {
        await work.ConfigureAwait(false);
        return result;
    }

    /// <summary>Gives the work up: the token is cancelled, and no event will come. Nothing happens when the work is not running.</summary>
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
                // The callbacks of the token are the author's: what they throw does not keep the gobj in its state.
                Owner.Gaplic.ReportFault(Owner, x);
            }
        }
    }

    /// <summary>Delivers the event of how it ended. From then on it can be started again.</summary>
    internal void Deliver()
    {
        _phase = Phase.Free;
        var recorder = Owner.Gaplic.Recorder;
        recorder?.Ends(this);
        DeliverResult();
        recorder?.Ends(null);
    }

    /// <summary>Ends work that a replay holds: its event comes out of the recording.</summary>
    internal void EndHeld() => _phase = Phase.Free;

    /// <summary>Sends the event of how it ended, and forgets it before that.</summary>
    private protected abstract void DeliverResult();

    /// <summary>Takes what the work came to, which has ended.</summary>
    private protected abstract void TakeResult();

    /// <summary>Lets go of what the work came to.</summary>
    private protected abstract void Forget();

    /// <summary>Begins: the token for the work.</summary>
    private protected CancellationToken Begin()
    {
        _phase = Phase.UnderWay;
        Fault = null;
        _poster = Instruments.Poster;
        return (_source is not null && _source.TryReset() ? _source : _source = new CancellationTokenSource()).Token;
    }

    /// <summary>What to call when the work has ended, from any thread.</summary>
    private protected Action Finish => _finish ??= FinishLater;

    /// <summary>The work has ended before its method has returned, or never began.</summary>
    private protected void FinishNow()
    {
        if (Owner.IsBusy)
        {
            End();
        }
        else
        {
            // Nothing to come behind: as with an event that others send.
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
                // A lost end would be a state that is never left. This is a thread of the pool's: it can wait.
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
