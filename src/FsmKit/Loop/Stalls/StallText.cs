using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace FsmKit;

/// <summary>Texts for log entries about stalls.</summary>
internal static class StallText
{
    /// <summary>Returns receiver and event: <c>Door:front in state Opened with EvOpen</c>.</summary>
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
    /// Returns the async method whose continuation a delegate is. Its state machine is a nested type, such as <c>&lt;ServeAsync&gt;d__1</c>.
    /// </summary>
    private static string? AsyncMethod(Delegate callback)
    {
        var types = callback.Method.DeclaringType?.GenericTypeArguments ?? [];
        var machine = Array.Find(types, static type => type.IsAssignableTo(typeof(IAsyncStateMachine)));
        return machine is null ? null : $"{machine.DeclaringType?.Name}.{machine.Name[1..machine.Name.IndexOf('>')]}";
    }

    /// <summary>Returns the name of a method in the source. A lambda has no name, so the text names the surrounding method.</summary>
    public static string MethodName(MethodInfo method)
    {
        var type = method.DeclaringType;
        while (type is { DeclaringType: { } outer } && type.Name.StartsWith('<'))
        {
            type = outer;
        }

        var name = method.Name;
        var end = name.LastIndexOf('>');
        if (!name.StartsWith('<') || end < 0)
        {
            return $"{type?.Name}.{name}";
        }

        // <Main>b__0_1 is a lambda in Main, <Main>g__Serve|0_1 the local function Serve in it.
        var within = $"{type?.Name}.{name[1..end].TrimStart('<')}";
        var local = name[(end + 1)..];
        return local.StartsWith("g__", StringComparison.Ordinal) && local.IndexOf('|', StringComparison.Ordinal) is var bar and > 0
            ? $"{local[3..bar]} in {within}"
            : $"a lambda in {within}";
    }

    private static string Name(object? receiver) => receiver switch
    {
        GObj gobj => $"{gobj} in state {gobj.StateName}",
        Delegate callback => MethodName(callback.Method),
        null => "a receiver that is gone",
        _ => SafeText.Of(receiver),
    };
}
