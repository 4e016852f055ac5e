using System.Globalization;
using System.Runtime.CompilerServices;

namespace FsmKit;

/// <summary>Stalls in words.</summary>
internal static class StallText
{
    /// <summary>Who is being served and with what: <c>Door:front in state Opened with EvOpen</c>.</summary>
    public static string Of(object? serving) => serving switch
    {
        IHandOver handOver => $"{Name(handOver.To)} with {handOver.With}",
        Delegate callback when AsyncMethod(callback) is { } method => $"the rest of {method}, behind an await",
        Delegate callback => $"a posted callback, {Name(callback)}",
        _ => "the loop itself",
    };

    public static string Of(TimeSpan duration) => duration < TimeSpan.FromSeconds(1)
        ? string.Create(CultureInfo.InvariantCulture, $"{duration.TotalMilliseconds:0} ms")
        : string.Create(CultureInfo.InvariantCulture, $"{duration.TotalSeconds:0.0} s");

    /// <summary>
    /// The async method whose continuation a delegate is: its state machine is a nested type, <c>&lt;ServeAsync&gt;d__1</c>.
    /// </summary>
    private static string? AsyncMethod(Delegate callback)
    {
        var types = callback.Method.DeclaringType?.GenericTypeArguments ?? [];
        var machine = Array.Find(types, static type => type.IsAssignableTo(typeof(IAsyncStateMachine)));
        return machine is null ? null : $"{machine.DeclaringType?.Name}.{machine.Name[1..machine.Name.IndexOf('>')]}";
    }

    private static string Name(object? receiver) => receiver switch
    {
        GObj gobj => $"{gobj} in state {gobj.StateName}",
        Delegate callback => $"{callback.Method.DeclaringType?.Name}.{callback.Method.Name}",
        null => "a receiver that is gone",
        _ => SafeText.Of(receiver),
    };
}
