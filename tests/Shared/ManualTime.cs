namespace FsmKit.TestShared;

/// <summary>A clock that stands still until a test moves it.</summary>
public sealed class ManualTime : TimeProvider
{
    private long _ticks = new DateTime(2026, 11, 20, 10, 0, 0, DateTimeKind.Utc).Ticks;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    public override long GetTimestamp() => _ticks;

    /// <summary>So many times from now on, asking for the time of day throws.</summary>
    public int Throws { get; set; }

    public override DateTimeOffset GetUtcNow() => Throws-- > 0 ? throw new NotSupportedException("on purpose") : new(_ticks, TimeSpan.Zero);

    public void Advance(TimeSpan by) => _ticks += by.Ticks;

    /// <summary>Moves on and runs one cycle.</summary>
    public void Pass(int milliseconds, GAplic app)
    {
        ArgumentNullException.ThrowIfNull(app);
        Advance(TimeSpan.FromMilliseconds(milliseconds));
        app.RunOnce();
    }

    /// <summary>Moves on and runs the loop until it has nothing to do.</summary>
    public void Advance(double milliseconds, GAplic app)
    {
        Advance(TimeSpan.FromMilliseconds(milliseconds));
        while (app.RunOnce())
        {
        }
    }
}
