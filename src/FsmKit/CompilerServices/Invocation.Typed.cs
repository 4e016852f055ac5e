using System.ComponentModel;

namespace FsmKit.CompilerServices;

/// <summary>Asynchronous work with a result, and the two events that its end becomes.</summary>
/// <typeparam name="TResult">The result.</typeparam>
/// <typeparam name="TEvent">The event of success.</typeparam>
/// <typeparam name="TFailure">The event of a failure.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class Invocation<TResult, TEvent, TFailure> : Invocation
    where TEvent : struct
    where TFailure : struct
{
    private Func<TResult, TEvent> _event;
    private Func<Exception, TFailure> _failure;
    private readonly bool _tellsWhy;
    private ValueTask<TResult> _task;
    private TResult? _result;

    /// <summary>The work of a state.</summary>
    /// <param name="owner">The gobj, which accepts both events.</param>
    /// <param name="work">The name of the method.</param>
    /// <param name="toEvent">Makes the event of success, on the loop's thread.</param>
    /// <param name="toFailure">Makes the event of a failure, on the loop's thread.</param>
    /// <param name="tellsWhy">Whether the event of a failure has the exception, which else goes to the log.</param>
    public Invocation(GObj owner, string work, Func<TResult, TEvent> toEvent, Func<Exception, TFailure> toFailure, bool tellsWhy)
        : this(owner, work, false, toEvent, toFailure) => _tellsWhy = tellsWhy;

    /// <summary>The work of a call.</summary>
    internal Invocation(GObj owner, Func<TResult, TEvent> toEvent, Func<Exception, TFailure> toFailure)
        : this(owner, "", true, toEvent, toFailure) => _tellsWhy = true;

    private Invocation(GObj owner, string work, bool ofCall, Func<TResult, TEvent> toEvent, Func<Exception, TFailure> toFailure)
        : base(owner, work, ofCall) => (_event, _failure) = (toEvent, toFailure);

    internal override string Event => TypeText.Of(typeof(TEvent));

    /// <summary>Starts the work; what its method throws is a failure of the work.</summary>
    /// <param name="state">What the work is called with.</param>
    /// <param name="work">The work.</param>
    public void Start<TState>(TState state, Func<TState, CancellationToken, ValueTask<TResult>> work)
    {
        ArgumentNullException.ThrowIfNull(work);
        var token = Begin();
        if (Owner.Gaplic.Options.HoldsWork)
        {
            return;
        }

        try
        {
            // An action that is called before the loop runs is under no context yet; the work comes back to the loop all the same.
            using (Owner.Gaplic.SynchronizationContext.Enter())
            {
#pragma warning disable CA2012 // Kept until its end, where its result is taken once.
                _task = work(state, token);
#pragma warning restore CA2012
                if (!_task.IsCompleted)
                {
                    // Where a simulation decides what runs when, the end comes by the loop, and not in a thread of the pool.
                    _task.ConfigureAwait(continueOnCapturedContext: Owner.Gaplic.Options.Posted is not null).GetAwaiter().UnsafeOnCompleted(Finish);
                    return;
                }
            }
        }
        catch (Exception x) when (GObj.IsKept(x))
        {
            Fault = x;
            FinishNow();
            return;
        }

        TakeResult();
        FinishNow();
    }

    /// <summary>Starts the work of a call, whose events are made in another way than the last time.</summary>
    internal void Start<TState>(
        TState state, Func<TState, CancellationToken, ValueTask<TResult>> work, Func<TResult, TEvent> toEvent, Func<Exception, TFailure> toFailure)
    {
        (_event, _failure) = (toEvent, toFailure);
        Start(state, work);
    }

    private protected override void TakeResult()
    {
        try
        {
            _result = _task.GetAwaiter().GetResult();
        }
        catch (Exception x)
        {
            Fault = x;
        }

        _task = default;
    }

    private protected override void Forget() => (_result, Fault) = (default, null);

    private protected override void DeliverResult()
    {
        var (result, fault) = (_result, Fault);
        Forget();
        if (fault is null)
        {
            TEvent e;
            try
            {
                e = _event(result!);
            }
            catch (Exception x)
            {
                DeliverFailure(x);
                return;
            }

            ((IAccept<TEvent>)Owner).Receive(in e, Owner);
        }
        else
        {
            DeliverFailure(fault);
        }
    }

    private void DeliverFailure(Exception fault)
    {
        if (!_tellsWhy)
        {
            Log.WorkFailed(Owner.Gaplic.Logger, Work, Owner, fault);
        }

        var e = _failure(fault);
        ((IAccept<TFailure>)Owner).Receive(in e, Owner);
    }
}
