namespace FsmKit.Testing.Worlds;

/// <summary>Clock of a loop whose time of day differs from that of the world.</summary>
internal sealed class NodeTime(WorldTime world, TimeSpan offset) : TimeProvider
{
    public override long TimestampFrequency => world.TimestampFrequency;

    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    public override long GetTimestamp() => world.GetTimestamp();

    public override DateTimeOffset GetUtcNow() => world.GetUtcNow() + offset;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) => world.CreateTimer(callback, state, dueTime, period);
}
