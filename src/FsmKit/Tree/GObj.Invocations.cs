using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace FsmKit;

/// <content>Asynchronous work of a gobj, and the events of its end.</content>
public abstract partial class GObj
{
    /// <summary>
    /// First entry in the list of asynchronous work; a null reference if the gclass starts none. Implemented by the generator, which then
    /// also cancels the work of <c>Invoke</c> calls when the current state (the innermost one) is left.
    /// </summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected virtual ref Invocation? FsmWork => ref Unsafe.NullRef<Invocation?>();

    /// <summary>
    /// Starts asynchronous work whose end is an input event of this gobj, one for success or one for failure. The work belongs to the
    /// current state (of nested states, the innermost one); inside the action of a row, to the row's next state. When that state is left,
    /// the token is cancelled and neither event is delivered. For work of a state, prefer a row of the table:
    /// <see cref="InvokeAttribute{TEvent, TFailure}"/>.
    /// </summary>
    /// <param name="work">The work. It begins at once on the loop's thread and continues there after each <c>await</c>.</param>
    /// <param name="result">
    /// Creates the event of success, on the loop's thread. An exception of this delegate counts as a failure of the work.
    /// </param>
    /// <param name="failure">
    /// Creates the event of a failure, on the loop's thread. A failure is an exception of the work, or a cancellation that the gobj has not
    /// caused. An exception of this delegate is logged.
    /// </param>
    /// <remarks>
    /// Call the method as <c>Invoke(…)</c> or <c>this.Invoke(…)</c> in the gclass itself. Work that completes before
    /// <paramref name="work"/> returns allocates nothing if the three arguments allocate nothing. The event of success or failure is
    /// handled after the events that the gobj has sent to itself. On a destroyed or finished gobj the work is not started.
    /// </remarks>
    /// <exception cref="GObjException">An event is no input of the gclass, or the call is not in the gclass itself.</exception>
    protected void Invoke<TResult, TEvent, TFailure>(
        Func<CancellationToken, Task<TResult>> work, Func<TResult, TEvent> result, Func<Exception, TFailure> failure)
        where TEvent : struct
        where TFailure : struct
    {
        ArgumentNullException.ThrowIfNull(work);
        StartWork(work, static (work, token) => new ValueTask<TResult>(work(token)), result, failure);
    }

    /// <inheritdoc cref="Invoke{TResult, TEvent, TFailure}(Func{CancellationToken, Task{TResult}}, Func{TResult, TEvent}, Func{Exception, TFailure})"/>
    [OverloadResolutionPriority(-1)]
    protected void Invoke<TResult, TEvent, TFailure>(
        Func<CancellationToken, ValueTask<TResult>> work, Func<TResult, TEvent> result, Func<Exception, TFailure> failure)
        where TEvent : struct
        where TFailure : struct
    {
        ArgumentNullException.ThrowIfNull(work);
        StartWork(work, static (work, token) => work(token), result, failure);
    }

    /// <summary>
    /// Starts asynchronous work without a result; otherwise as
    /// <see cref="Invoke{TResult, TEvent, TFailure}(Func{CancellationToken, Task{TResult}}, Func{TResult, TEvent}, Func{Exception, TFailure})"/>.
    /// </summary>
    /// <param name="work">The work.</param>
    /// <param name="done">The event of success.</param>
    /// <param name="failure">Creates the event of a failure, on the loop's thread.</param>
    /// <exception cref="GObjException">An event is no input of the gclass, or the call is not in the gclass itself.</exception>
    protected void Invoke<TEvent, TFailure>(Func<CancellationToken, Task> work, TEvent done, Func<Exception, TFailure> failure)
        where TEvent : struct
        where TFailure : struct
    {
        ArgumentNullException.ThrowIfNull(work);
        StartWork((work, done), static (what, token) => Invocation.Then(new ValueTask(what.work(token)), what.done), static e => e, failure);
    }

    /// <inheritdoc cref="Invoke{TEvent, TFailure}(Func{CancellationToken, Task}, TEvent, Func{Exception, TFailure})"/>
    [OverloadResolutionPriority(-1)]
    protected void Invoke<TEvent, TFailure>(Func<CancellationToken, ValueTask> work, TEvent done, Func<Exception, TFailure> failure)
        where TEvent : struct
        where TFailure : struct
    {
        ArgumentNullException.ThrowIfNull(work);
        StartWork((work, done), static (what, token) => Invocation.Then(what.work(token), what.done), static e => e, failure);
    }

    /// <summary>Cancels the work of <c>Invoke</c> calls, because the current state (the innermost one) is being left.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected void EndInvocations()
    {
        if (FsmWork is not null)
        {
            CancelInvocations(ofCalls: true);
        }
    }

    /// <summary>Delivers the event of the asynchronous work that ended first while an action of the gobj was running.</summary>
    /// <returns>False when there is none.</returns>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected bool DeliverInvocation()
    {
        Invocation? first = null;
        for (var at = FsmWork; at is not null; at = at.NextOfOwner)
        {
            first = at.IsDue && !(first?.Turn < at.Turn) ? at : first;
        }

        first?.Deliver();
        return first is not null;
    }

    /// <summary>Running work, the oldest first.</summary>
    internal IEnumerable<Invocation> Invocations
    {
        get
        {
            for (var at = FirstWork(); at is not null; at = at.NextOfOwner)
            {
                if (at.IsRunning)
                {
                    yield return at;
                }
            }
        }
    }

    internal void AddInvocation(Invocation invocation)
    {
        ref var last = ref FsmWork;
        while (last is not null)
        {
            last = ref last.NextOfOwner;
        }

        last = invocation;
    }

    internal void RemoveInvocation(Invocation invocation)
    {
        ref var at = ref FsmWork;
        while (at is not null)
        {
            if (at == invocation)
            {
                at = invocation.NextOfOwner;
                return;
            }

            at = ref at.NextOfOwner;
        }
    }

    /// <summary>Marks that the event of finished work waits until the gobj is free.</summary>
    internal void LetInvocationWait() => Gate |= MachineGate.Waiting;

    private Invocation? FirstWork()
    {
        ref var first = ref FsmWork;
        return Unsafe.IsNullRef(ref first) ? null : first;
    }

    private void CancelInvocations(bool ofCalls)
    {
        var at = FirstWork();
        while (at is not null)
        {
            var next = at.NextOfOwner;
            if (at.IsOfCall || !ofCalls)
            {
                at.Cancel();
            }

            at = next;
        }
    }

    private void StartWork<TState, TResult, TEvent, TFailure>(
        TState state, Func<TState, CancellationToken, ValueTask<TResult>> work, Func<TResult, TEvent> result, Func<Exception, TFailure> failure)
        where TEvent : struct
        where TFailure : struct
    {
        ArgumentNullException.ThrowIfNull(result);
        ArgumentNullException.ThrowIfNull(failure);
        RequireLoopThread();
        if (Unsafe.IsNullRef(ref FsmWork))
        {
            ThrowNotInvoking();
        }

        RequireInput<TEvent>();
        RequireInput<TFailure>();
        if (IsDestroyed || IsFinished)
        {
            return;
        }

        FreeInvocation<TResult, TEvent, TFailure>(result, failure).Start(state, work, result, failure);
    }

    private Invocation<TResult, TEvent, TFailure> FreeInvocation<TResult, TEvent, TFailure>(Func<TResult, TEvent> result, Func<Exception, TFailure> failure)
        where TEvent : struct
        where TFailure : struct
    {
        for (var at = FsmWork; at is not null; at = at.NextOfOwner)
        {
            if (at is Invocation<TResult, TEvent, TFailure> { IsOfCall: true, IsFree: true } free)
            {
                return free;
            }
        }

        return new Invocation<TResult, TEvent, TFailure>(this, result, failure);
    }

    private void RequireInput<TEvent>()
        where TEvent : struct
    {
        if (this is not IAccept<TEvent>)
        {
            throw UndeclaredInput.Of<TEvent>(this, "the end of its work could not be delivered", "AcDone");
        }
    }

    [DoesNotReturn]
    private void ThrowNotInvoking() => throw new GObjException(
        $"{this} cannot start work from outside of {Machine.Name}: call Invoke(…) in the gclass itself, which then gives the work up when its state is left.");
}
