using System.Reflection;
using Microsoft.Extensions.Logging;

namespace FsmKit.Testing.Fingerprints;

/// <summary>What is around a system: the world that runs it, its clocks and logs, types. What they have is looked at elsewhere, or makes no difference.</summary>
internal static class Surroundings
{
    private static readonly Type[] Types =
    [
        typeof(World), typeof(TimeProvider), typeof(ILogger), typeof(MemberInfo), typeof(Module), typeof(Assembly), typeof(MachineDescription), typeof(GAplicOptions),
        typeof(SynchronizationContext), typeof(ExecutionContext), typeof(Thread),
    ];

    public static bool IsOne(Type type) => Array.Exists(Types, one => one.IsAssignableFrom(type));
}
