using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Reflection;

namespace FsmKit.Testing.Models;

/// <summary>Sends events whose types are known only at run time.</summary>
[RequiresUnreferencedCode(MachineTest.Trimming)]
[RequiresDynamicCode(MachineTest.Trimming)]
internal static class InputEvents
{
    private static readonly ConcurrentDictionary<Type, Func<GObj, object, Outcome?>> Senders = new();

    /// <summary>Returns the types of the inputs of a gclass, in the order of its description.</summary>
    public static IReadOnlyList<Type> Of(Type gclass) =>
        [.. gclass.GetInterfaces().Where(static one => one.IsGenericType && one.GetGenericTypeDefinition() == typeof(IAccept<>)).Select(static one => one.GetGenericArguments()[0])];

    /// <summary>Whether a test can send events of a type: the type borrows no memory and is not private to a gclass.</summary>
    public static bool IsSendable(Type type) => !type.IsByRefLike && !type.IsNestedPrivate;

    /// <summary>Sends an event.</summary>
    /// <returns>The outcome; null when the gobj does not accept events of the type.</returns>
    public static Outcome? TrySend(GObj gobj, object e) => Senders.GetOrAdd(e.GetType(), MakeSender)(gobj, e);

    private static Func<GObj, object, Outcome?> MakeSender(Type type) =>
        typeof(InputEvents).GetMethod(nameof(SendAs), BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(type).CreateDelegate<Func<GObj, object, Outcome?>>();

    private static Outcome? SendAs<TEvent>(GObj gobj, object e)
        where TEvent : struct => gobj is IAccept<TEvent> to ? to.Send((TEvent)e) : null;
}
