namespace FsmKit;

public abstract partial class GObj
{
    /// <summary>
    /// Destroys the gobj and everything below it. Destroying it again does nothing; from then on events to it are answered with
    /// <see cref="Outcome.Destroyed"/>, and what was posted to it is dropped.
    /// </summary>
    /// <remarks>
    /// In this order (GinsFSM <c>destroy_gobj</c>): marked, detached from its parent, unique name free, timers stopped, children destroyed
    /// from the oldest to the youngest, subscriptions in both directions ended, <see cref="GoOut"/>.
    /// </remarks>
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

    /// <summary>The place to release resources; called last, when children and subscriptions are gone. An exception is logged.</summary>
    protected virtual void GoOut()
    {
    }

    /// <summary>
    /// From the oldest to the youngest, each with its own children first. No recursion, as a tree may be deeper than the stack, and no list, as an
    /// end must not need memory: a child that is detached remembers its parent where it had its sibling.
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
            Log.Destroyed(_gaplic.Logger, this);
        }
    }
}
