namespace FsmKit;

public abstract partial class GObj
{
    /// <summary>
    /// Destroys the gobj and its whole subtree. A second call has no effect. Afterwards, events sent to the gobj are answered with
    /// <see cref="Outcome.Destroyed"/> and events posted to it are dropped. While the loop runs, only its thread may call.
    /// </summary>
    /// <remarks>
    /// Order of the steps (GinsFSM <c>destroy_gobj</c>): the gobj is marked as destroyed and removed from its parent, its unique name is
    /// released, its timers and asynchronous work are cancelled, its children are destroyed from the oldest to the youngest, its
    /// subscriptions in both directions are ended, <see cref="GoOut"/> is called.
    /// </remarks>
    /// <exception cref="GObjException">The loop runs in another thread.</exception>
    public void Destroy()
    {
        if (IsDestroyed)
        {
            return;
        }

        RequireLoopThread();
        BeginDestroying();
        if (_firstChild is not null)
        {
            DestroyChildren();
        }

        EndDestroying();
    }

    /// <summary>Releases resources. Called last, after children and subscriptions have ended. An exception is logged.</summary>
    protected virtual void GoOut()
    {
    }

    /// <summary>
    /// Destroys the subtree from the oldest to the youngest child, each after its own children. The method does not recurse, because a tree may be
    /// deeper than the stack, and uses no list, because destruction must not need memory: a detached child stores its parent in the field of its
    /// previous sibling.
    /// </summary>
    private void DestroyChildren()
    {
        var at = this;
        while (at != this || at._firstChild is not null)
        {
            if (at._firstChild is { } child)
            {
                child.BeginDestroying();
                child._previousSibling = at;
                at = child;
                continue;
            }

            var done = at;
            at = done._previousSibling!;
            done._previousSibling = null;
            done.EndDestroying();
        }
    }

    private void BeginDestroying()
    {
        Gate |= MachineGate.Destroyed;
        _parent?.Detach(this);
        if (IsUnique)
        {
            Gaplic.Deregister(this);
        }

        CancelTimers();
        CancelInvocations(ofCalls: false);
    }

    private void EndDestroying()
    {
        try
        {
            EndSubscriptions();
        }
        catch (OutOfMemoryException x)
        {
            _gaplic?.ReportFault(this, x);
        }

        try
        {
            GoOut();
        }
        catch (Exception x)
        {
            _gaplic?.ReportFault(this, x);
        }

        if (_gaplic is not null)
        {
            Log.Destroyed(Logger, this);
        }
    }
}
