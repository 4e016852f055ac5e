namespace FsmKit.Hosting;

/// <summary>Describes one loop of a host: its gobjs, its options, its settings, its reaction to crashes and its stop.</summary>
public sealed partial class LoopBuilder
{
    private TimeSpan _drainTimeout = TimeSpan.FromSeconds(20);
    private TimeSpan _restartDelay = TimeSpan.FromSeconds(1);
    private TimeSpan _maxRestartDelay = TimeSpan.FromMinutes(1);

    internal LoopBuilder(string name) => (Name, Section) = (name, $"FsmKit:{name}");

    /// <summary>Name of the loop, of its <see cref="GAplic"/> and of its thread.</summary>
    public string Name { get; }

    /// <summary>
    /// Section of the configuration whose values are the settings of the loop. Default <c>FsmKit:</c> and the name of the loop. Null or empty: the
    /// loop has no settings from the configuration.
    /// </summary>
    public string? Section { get; set; }

    /// <summary>
    /// Whether a setting that cannot be written into a gobj stops the start of the host. Default true. With false, and after the start,
    /// such a setting is logged as an error, and the gobj keeps its value.
    /// </summary>
    public bool FailsOnBadSettings { get; set; } = true;

    /// <summary>
    /// Longest time that the gobjs of the loop may take to finish their work when the host stops. Default 20 s. Zero: they get no time. The host's own
    /// limit (<c>HostOptions.ShutdownTimeout</c>, 30 s by default) is for all of its services together.
    /// </summary>
    public TimeSpan DrainTimeout
    {
        get => _drainTimeout;
        set => _drainTimeout = AtLeastZero(value);
    }

    /// <summary>Reaction to a crash of the loop. Default <see cref="CrashAction.StopHost"/>.</summary>
    public CrashAction OnCrash { get; set; }

    /// <summary>
    /// Returns whether an exception of a gobj is a crash of the loop. Default null: no exception of a gobj is a crash; the loop logs the
    /// exception and continues. Called on the thread of the loop.
    /// </summary>
    public Func<Exception, bool>? CrashesOn { get; set; }

    /// <summary>
    /// Pause before the first restart after a crash; each further crash doubles it, up to <see cref="MaxRestartDelay"/>. Default 1 s.
    /// </summary>
    public TimeSpan RestartDelay
    {
        get => _restartDelay;
        set => _restartDelay = AtLeastZero(value);
    }

    /// <summary>
    /// Longest pause before a restart. Default 1 min. After a crash of a loop that has run for at least this time, the pause is
    /// <see cref="RestartDelay"/> again.
    /// </summary>
    public TimeSpan MaxRestartDelay
    {
        get => _maxRestartDelay;
        set => _maxRestartDelay = AtLeastZero(value);
    }

    internal Action<GAplicOptions, IServiceProvider>? Configuring { get; private set; }

    /// <summary>Sets options of the loop. Called for each start of the loop, after the logger, the clock and the services have been set.</summary>
    public LoopBuilder Configure(Action<GAplicOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        return Configure((options, _) => configure(options));
    }

    /// <summary>
    /// Sets options of the loop with the help of services of the host. Called for each start of the loop, after the logger, the clock and
    /// the services have been set.
    /// </summary>
    public LoopBuilder Configure(Action<GAplicOptions, IServiceProvider> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        Configuring += configure;
        return this;
    }

    private static TimeSpan AtLeastZero(TimeSpan value)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(value, TimeSpan.Zero);
        return value;
    }
}
