namespace FsmKit;

public abstract partial class GObj
{
    private static int _randomNames;

    /// <summary>Creates a gobj as the youngest child of this one.</summary>
    /// <param name="name">Its name, or null for none.</param>
    /// <param name="configure">Writes its parameters. Settings of the loop are written after it and so win over it.</param>
    /// <param name="naming">How the name is used.</param>
    /// <returns>The gobj, started: its <see cref="StartUp"/> has run and its initial state is entered.</returns>
    /// <remarks>
    /// In this order (GinsFSM <c>create_gobj</c>): constructor, name, arguments, settings, attach to the parent, unique name, subscription
    /// of its subscriber, <see cref="StartUp"/>, entry actions of the initial state. When a step throws, nothing of the gobj remains.
    /// </remarks>
    /// <exception cref="GObjException">The name is taken, or this gobj is destroyed.</exception>
    /// <exception cref="ParameterException">An argument or a default is not valid.</exception>
    public T Create<T>(string? name = null, Action<T>? configure = null, Naming naming = Naming.Plain)
        where T : GObj, new() => Make(name, configure, naming, null);

    /// <summary>Makes a gobj that is in no tree and is never started, to try the values of parameters on.</summary>
    protected T CreateTrial<T>()
        where T : GObj, new() => new() { _gaplic = Gaplic };

    /// <summary>
    /// The place to create children, to subscribe and to open resources; called once, when the gobj is in the tree and accepts events.
    /// An exception here undoes the creation and reaches whoever called <see cref="Create{T}"/>.
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

    private T Make<T>(string? name, Action<T>? configure, Naming naming, MachineSnapshot? snapshot)
        where T : GObj, new()
    {
        if (IsDestroyed)
        {
            throw new GObjException($"{this} is destroyed; it can have no new child {typeof(T).Name}:{name}.");
        }

        RequireLoopThread();
        var gobj = new T();
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
        Log.Created(Gaplic.Logger, this);
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

    /// <summary>Opens the gate. A gobj that runs to completion keeps what arrives meanwhile until its initial state is entered.</summary>
    private void Start(SnapshotReader? from)
    {
        Gate = (Gate & ~MachineGate.NotStarted) | MachineGate.Starting | (FsmWaitsWhenBusy ? MachineGate.Busy : 0);
        ShowWatch();

        // When one of these throws, the gobj is destroyed, and with it what has been waiting.
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
