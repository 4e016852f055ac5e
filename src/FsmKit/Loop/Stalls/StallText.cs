using System.Globalization;

namespace FsmKit;

/// <summary>Stalls in words.</summary>
internal static class StallText
{
    /// <summary>Who is being served and with what: <c>Door:front in state Opened with EvOpen</c>.</summary>
    public static string Of(object? serving) => serving switch
    {
        IHandOver handOver => $"{Name(handOver.To)} with {handOver.With}",
        Delegate callback => $"a posted callback, {Name(callback)}",
        _ => "the loop itself",
    };

    public static string Of(TimeSpan duration) => duration < TimeSpan.FromSeconds(1)
        ? string.Create(CultureInfo.InvariantCulture, $"{duration.TotalMilliseconds:0} ms")
        : string.Create(CultureInfo.InvariantCulture, $"{duration.TotalSeconds:0.0} s");

    private static string Name(object? receiver) => receiver switch
    {
        GObj gobj => $"{gobj} in state {gobj.StateName}",
        Delegate callback => $"{callback.Method.DeclaringType?.Name}.{callback.Method.Name}",
        _ => receiver?.ToString() ?? "somebody who is gone",
    };
}
