using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Reflection;

namespace FsmKit.Testing.Worlds;

/// <summary>Finds hot states of gclasses, and gobjs in such states.</summary>
internal static class HotStates
{
    private static readonly ConcurrentDictionary<Type, HashSet<string>> Known = new();

    /// <summary>Returns the gobjs in hot states: a gobj and all gobjs below.</summary>
    public static IEnumerable<GObj> In(GObj gobj) => (IsHot(gobj) ? [gobj] : Enumerable.Empty<GObj>()).Concat(gobj.Children.SelectMany(In));

    /// <summary>Whether a gobj is in a hot state.</summary>
    public static bool IsHot(GObj gobj) => Known.GetOrAdd(gobj.GetType(), Find) is { Count: > 0 } hot && hot.Contains(gobj.StateName);

    [UnconditionalSuppressMessage("Trimming", "IL2070", Justification = "A State enum that was trimmed has no hot state that anybody could be in: the table refers to it.")]
    private static HashSet<string> Find(Type gclass) =>
    [
        .. gclass.GetNestedType("State", BindingFlags.Public | BindingFlags.NonPublic)?.GetFields(BindingFlags.Public | BindingFlags.Static)
            .Where(static state => state.IsDefined(typeof(HotAttribute), inherit: false)).Select(static state => state.Name) ?? [],
    ];
}
