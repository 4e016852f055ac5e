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

    /// <summary>From the oldest to the youngest, each with its own children first. A list instead of recursion: a tree may be deeper than the stack.</summary>
    private void DestroyChildren()
    {
        var open = new List<GObj> { this };
        while (open.Count > 0)
        {
            if (open[^1]._firstChild is { } child)
            {
                child.BeginDestroying();
                open.Add(child);
                continue;
            }

            var done = open[^1];
            open.RemoveAt(open.Count - 1);
            if (done != this)
            {
                done.EndDestroying();
            }
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
    }

    private void EndDestroying()
    {
        EndSubscriptions();
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
