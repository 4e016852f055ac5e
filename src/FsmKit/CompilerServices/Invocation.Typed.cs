using System.ComponentModel;

namespace FsmKit.CompilerServices;

/// <summary>Asynchronous work with a result, and the two possible events of its end. For generated code.</summary>
/// <typeparam name="TResult">Type of the result.</typeparam>
/// <typeparam name="TEvent">Type of the event of success.</typeparam>
/// <typeparam name="TFailure">Type of the event of a failure.</typeparam>
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

    /// <summary>Creates the work of a state.</summary>
    /// <param name="owner">The gobj, which must accept both events.</param>
    /// <param name="work">Name of the method.</param>
    /// <param name="toEvent">Creates the event of success, on the loop's thread.</param>
    /// <param name="toFailure">Creates the event of a failure, on the loop's thread.</param>
    /// <param name="tellsWhy">Whether the event of a failure carries the exception. If false, the exception is logged.</param>
    public Invocation(GObj owner, string work, Func<TResult, TEvent> toEvent, Func<Exception, TFailure> toFailure, bool tellsWhy)
        : this(owner, work, false, toEvent, toFailure) => _tellsWhy = tellsWhy;

    /// <summary>Creates the work of an <c>Invoke</c> call.</summary>
    internal Invocation(GObj owner, Func<TResult, TEvent> toEvent, Func<Exception, TFailure> toFailure)
        : this(owner, "", true, toEvent, toFailure) => _tellsWhy = true;

    private Invocation(GObj owner, string work, bool ofCall, Func<TResult, TEvent> toEvent, Func<Exception, TFailure> toFailure)
        : base(owner, work, ofCall) => (_event, _failure) = (toEvent, toFailure);

    internal override string Event => TypeText.Of(typeof(TEvent));

    /// <summary>Starts the work. An exception of its method is a failure of the work.</summary>
    /// <param name="state">Argument of the work.</param>
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
            // An action that is called before the loop runs has no context yet; the work must return to the loop nevertheless.
            using (Owner.Gaplic.SynchronizationContext.Enter())
            {
#pragma warning disable CA2012 // Kept until its end, where its result is taken once.
                _task = work(state, token);
#pragma warning restore CA2012
                if (!_task.IsCompleted)
                {
                    // In a simulation, which decides the order of all steps, the end of the work must come through the loop and not on a pool thread.
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

    /// <summary>Starts the work of an <c>Invoke</c> call with new delegates for its events.</summary>
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
            Log.WorkFailed(Owner.Logger, Work, Owner, fault);
        }

        var e = _failure(fault);
        ((IAccept<TFailure>)Owner).Receive(in e, Owner);
    }
}
