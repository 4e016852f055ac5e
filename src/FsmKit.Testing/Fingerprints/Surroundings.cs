using System.Reflection;
using Microsoft.Extensions.Logging;

namespace FsmKit.Testing.Fingerprints;

/// <summary>
/// Types whose contents a fingerprint leaves out: the world, clocks, logs and types. Their contents are added elsewhere, or have no effect
/// on the future.
/// </summary>
internal static class Surroundings
{
    private static readonly Type[] Types =
    [
        typeof(World), typeof(TimeProvider), typeof(ILogger), typeof(MemberInfo), typeof(Module), typeof(Assembly), typeof(MachineDescription), typeof(GAplicOptions),
        typeof(SynchronizationContext), typeof(ExecutionContext), typeof(Thread),
    ];

    public static bool IsOne(Type type) => Array.Exists(Types, one => one.IsAssignableFrom(type));
}
