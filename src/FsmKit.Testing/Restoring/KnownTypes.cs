using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Reflection;
using System.Text;
using FsmKit.Testing.Choosing;
using FsmKit.Testing.Fingerprints;
using FsmKit.Testing.Worlds;

namespace FsmKit.Testing.Restoring;

/// <summary>Sorts types into constant ones, parts of the world, ordinary ones and unknown ones.</summary>
internal static class KnownTypes
{
    /// <summary>The guard around the loggers of loops. FsmKit.Net has a class of the same name, so it is found by its full name.</summary>
    private static readonly Type LoopLogger = Type.GetType("FsmKit.GuardedLogger, FsmKit", throwOnError: true)!;

    private static readonly Type[] Fixed =
    [
        typeof(string), typeof(MemberInfo), typeof(Assembly), typeof(Module), typeof(CultureInfo), typeof(Encoding), typeof(StringComparer), typeof(MachineDescription), typeof(GAplicOptions),
        LoopLogger, typeof(LoopWatch), typeof(Settings), typeof(TimerReactor), typeof(LoopSynchronizationContext), typeof(ExploreOptions), typeof(ChoiceRecord), typeof(Chooser), typeof(Fingerprint), typeof(Backtracker),
    ];

    private static readonly Type[] OfWorld = [typeof(World), typeof(WorldTime), typeof(NodeTime), typeof(WorldLog)];

    // Classes of the BCL without state outside of their fields.
    private static readonly HashSet<string> Plain = new(StringComparer.Ordinal)
    {
        "System.Object", "System.Version", "System.Random", "System.MarshalByRefObject", "System.IO.Stream", "System.IO.MemoryStream", "System.Text.StringBuilder",
        "System.Runtime.CompilerServices.StrongBox`1", "System.Threading.Lock",
    };

    /// <summary>Whether objects of the type are constant between two steps.</summary>
    public static bool IsFixed(Type type) => Array.Exists(Fixed, one => one.IsAssignableFrom(type));

    public static bool IsOfWorld(Type type) => Array.Exists(OfWorld, one => one == type);

    /// <summary>
    /// Whether the type belongs to FsmKit or FsmKit.Testing. These types have no native resources in a world without sockets.
    /// </summary>
    public static bool IsOwn(Type type) => type.Assembly == typeof(GObj).Assembly || type.Assembly == typeof(World).Assembly;

    /// <summary>Returns the reason why objects of the type cannot be set back; null when they can.</summary>
    [UnconditionalSuppressMessage("Trimming", "IL2070", Justification = "Used only where code can be made at run time, which no trimmed program can.")]
    public static string? WhyNot(Type type)
    {
        if (type.IsClass && !type.IsArray && type.GetMethod("Finalize", BindingFlags.Instance | BindingFlags.NonPublic, []) is { } finalizer && finalizer.DeclaringType != typeof(object))
        {
            return $"a world has an object of type {type}, which has a finalizer";
        }

        for (var at = type; at is not null; at = at.BaseType)
        {
            if (IsLibrary(at) && !IsPlain(at) && KeptFields.Of(at).Any())
            {
                return $"a world has an object of type {type}, which may have a part outside of its fields";
            }
        }

        return !IsOwn(type) && KeptFields.Of(type).Any(static field => KeptFields.HasAddress(field.FieldType)) ? $"a world has an object of type {type}, which has an address" : null;
    }

    private static bool IsPlain(Type type) =>
        type.IsValueType || type.IsArray || Plain.Contains(FullName(type)) || type.Namespace?.StartsWith("System.Collections", StringComparison.Ordinal) == true
        || FullName(type).StartsWith("System.Tuple`", StringComparison.Ordinal) || type.DeclaringType == typeof(Random);

    private static string FullName(Type type) => $"{type.Namespace}.{type.Name}";

    private static bool IsLibrary(Type type) =>
        type.Assembly.GetName().Name is { } name && (name == "netstandard" || name == "mscorlib" || name == "System" || name.StartsWith("System.", StringComparison.Ordinal) || name.StartsWith("Microsoft.", StringComparison.Ordinal));
}
