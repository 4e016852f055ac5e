namespace FsmKit;

public abstract partial class GObj
{
    private static int _randomNames;

    /// <summary>Creates a gobj as the youngest child of this one.</summary>
    /// <param name="name">Name of the new gobj; null for none.</param>
    /// <param name="configure">
    /// Sets parameters of the new gobj. <see cref="GAplicOptions.Settings"/> are written afterwards and override these values. Null sets
    /// nothing.
    /// </param>
    /// <param name="naming">Use of the name: as it is, unique in the loop, or as a prefix.</param>
    /// <returns>The started gobj: <see cref="StartUp"/> has run and the initial state has been entered.</returns>
    /// <remarks>
    /// Order of the steps (GinsFSM <c>create_gobj</c>): constructor, name, <paramref name="configure"/>, settings, registration of a unique
    /// name, attachment to the parent, subscription of the <see cref="Subscriber"/>, <see cref="StartUp"/>, entry actions of the initial
    /// state. If a step after the attachment throws, the gobj is destroyed and removed from the tree. While the loop runs, only its thread
    /// may call.
    /// </remarks>
    /// <exception cref="GObjException">The unique name is empty or taken; or this gobj is destroyed; or the loop runs in another thread.</exception>
    /// <exception cref="ParameterException">The value of a parameter is not valid.</exception>
    public T Create<T>(string? name = null, Action<T>? configure = null, Naming naming = Naming.Plain)
        where T : GObj, new()
    {
        RequireParent<T>(name);
        return Make(new T(), name, configure, naming, null);
    }

    /// <summary>
    /// Creates a gobj as the youngest child of this one, with a constructor of the caller's choice: the way for gclasses whose constructor takes
    /// services. The steps are those of <see cref="Create{T}(string, Action{T}, Naming)"/>.
    /// </summary>
    /// <param name="make">Constructs the gobj, as in <c>() => new Shop(stock)</c>. Called once, on the loop's thread.</param>
    /// <param name="name">Name of the new gobj; null for none.</param>
    /// <param name="configure">Sets parameters of the new gobj. Null sets nothing.</param>
    /// <param name="naming">Use of the name: as it is, unique in the loop, or as a prefix.</param>
    /// <exception cref="GObjException">
    /// The delegate has returned no new gobj; or one of the reasons of <see cref="Create{T}(string, Action{T}, Naming)"/>.
    /// </exception>
    public T Create<T>(Func<T> make, string? name = null, Action<T>? configure = null, Naming naming = Naming.Plain)
        where T : GObj => Make(MakeWith(make, name), name, configure, naming, null);

    /// <summary>Creates a gobj that is in no tree and is never started, to check whether its parameters accept values.</summary>
    protected T CreateTrial<T>()
        where T : GObj, new() => new() { _gaplic = Gaplic };

    /// <summary>
    /// Creates children, subscribes and opens resources. Called once, when the gobj is in the tree and accepts events. An exception undoes the
    /// creation and reaches the caller of <see cref="Create{T}(string, Action{T}, Naming)"/>.
    /// </summary>
    protected virtual void StartUp()
    {
    }

    private protected static void BecomeRoot(GAplic gaplic, string? name)
    {
        gaplic._gaplic = gaplic;
        gaplic.Name = name ?? "";
        gaplic.Gate &= ~MachineGate.NotStarted;
    }

    private static string RandomName(string? prefix)
    {
        var number = Interlocked.Increment(ref _randomNames);
        return string.IsNullOrEmpty(prefix) ? $"{number}" : $"{prefix}_{number}";
    }

    private T MakeWith<T>(Func<T> make, string? name)
        where T : GObj
    {
        ArgumentNullException.ThrowIfNull(make);
        RequireParent<T>(name);
        return make() switch
        {
            null => throw new GObjException($"The delegate that was to make {typeof(T).Name}:{name} has returned null."),
            { _gaplic: not null } old => throw new GObjException(
                $"The delegate that was to make {typeof(T).Name}:{name} has returned {old}, which is in a tree already. Return a new gobj."),
            var gobj => gobj,
        };
    }

    private void RequireParent<T>(string? name)
    {
        if (IsDestroyed)
        {
            throw new GObjException($"{this} is destroyed; it can have no new child {typeof(T).Name}:{name}.");
        }

        RequireLoopThread();
    }

    private T Make<T>(T gobj, string? name, Action<T>? configure, Naming naming, MachineSnapshot? snapshot)
        where T : GObj
    {
        gobj._gaplic = Gaplic;
        gobj.Name = naming == Naming.Random ? RandomName(name) : name ?? "";
        configure?.Invoke(gobj);
        Gaplic.Settings.WriteTo(gobj, this);
        gobj.FsmCheckParameters();
        if (snapshot is null && gobj.Gaplic.Restoring is { } around && around.Owner == this)
        {
            snapshot = around.TakeChild(gobj);
        }

        gobj.Begin(this, naming == Naming.Unique || Gaplic.AllUniqueNames, snapshot is null ? null : SnapshotReader.Of(gobj, snapshot));
        return gobj;
    }

    private void Begin(GObj parent, bool unique, SnapshotReader? from)
    {
        if (unique)
        {
            Gaplic.Register(this);
            Extra.IsUnique = true;
        }

        parent.Attach(this);
        Log.Created(Logger, this);
        try
        {
            if ((Subscriber ?? parent) is { IsDestroyed: false } subscriber)
            {
                FsmSubscribeAll(subscriber);
            }

            if (from is null)
            {
                Start(null);
            }
            else
            {
                StartFrom(from);
            }
        }
        catch
        {
            Destroy();
            throw;
        }
    }

    /// <summary>Starts the gobj. A run-to-completion gobj keeps the events that arrive until its initial state has been entered.</summary>
    private void Start(SnapshotReader? from)
    {
        Gate = (Gate & ~MachineGate.NotStarted) | MachineGate.Starting | (FsmWaitsWhenBusy ? MachineGate.Busy : 0);
        ShowWatch();

        // If one of these calls throws, the gobj is destroyed together with its waiting events.
        StartUp();
        if (!IsDestroyed)
        {
            if (from is null)
            {
                FsmEnterInitialState();
            }
            else
            {
                from.Complete();
            }
        }

        Gate &= ~MachineGate.Starting;
        Settle();
    }
}
