namespace FsmKit.Generators.Tests;

/// <summary>A clock that a test moves by hand.</summary>
public sealed class ManualTime : TimeProvider
{
    private DateTimeOffset _now = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <inheritdoc/>
    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <inheritdoc/>
    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => _now;

    /// <inheritdoc/>
    public override long GetTimestamp() => _now.Ticks;

    /// <summary>Moves the clock on and lets the loop look at it.</summary>
    public void Pass(int milliseconds, GAplic app)
    {
        ArgumentNullException.ThrowIfNull(app);
        _now += TimeSpan.FromMilliseconds(milliseconds);
        app.RunOnce();
    }
}
